using System.CommandLine;
using System.Text;
using Ledger.Application.Addresses;
using Ledger.Application.Data;
using Ledger.Application.Differences;
using Ledger.Cli.Data;
using Ledger.Cli.Differences;
using Ledger.Cli.Differences.Pages;

namespace Ledger.Cli.Verbs;

/// <summary><c>ledger diff A B</c>.</summary>
public sealed class DiffVerb : IVerb
{
    /// <inheritdoc/>
    public Command Build(Session session)
    {
        var a = new Argument<string>("A") { Description = "A ticket, run or experiment: RUN/round, RUN, NAME, or FILE#… of another ledger or bundle" };
        var b = new Argument<string>("B") { Description = "The one to compare it with" };
        var stat = new Option<bool>("--stat") { Description = "A line a layer and round: what both masks keep, only A, only B" };
        var html = new Option<string?>("--html") { Description = "Also write one page with tables and pictures, which needs nothing else", HelpName = "file" };
        var rebuild = new Option<bool>("--rebuild") { Description = "Train states again that are no longer stored, to compare their weights; no ledger is written to" };
        var verb = new Verb(
            "diff",
            "Why two tickets, runs or experiments differ, then how far they are apart by round and layer; exit code 0 if they are identical, else 1",
            "ledger diff quick.0 quick.1",
            "ledger diff quick.0/3 quick.1/3",
            "ledger diff quick.0 quick.1 --html diff.html",
            "ledger diff quick colleague.bundle#quick --stat")
        {
            a, b, stat, html, rebuild,
        };
        verb.SetAction(async (parse, cancellation) =>
        {
            if (parse.GetValue(html) is { } page)
            {
                NewFile.Check(page, "--html");
            }

            using var ledger = session.Open();
            var request = new DiffLineages(parse.GetRequiredValue(a), parse.GetRequiredValue(b), parse.GetValue(rebuild));
            await EnsureData(session, ledger, request, cancellation);
            var diff = await ledger.Send(request, cancellation);
            if (parse.GetValue(html) is { } path)
            {
                NewFile.Write(path, Encoding.UTF8.GetBytes(DiffPage.Of(diff)));
                session.Screen.Note($"{path}  written");
            }

            session.Screen.Answer(diff, () => Write(session, diff, parse.GetValue(stat)));
            return diff.IsIdentical ? ExitCodes.Done : ExitCodes.Differs;
        });
        return verb.Answering(typeof(LineageDiff));
    }

    private static void Write(Session session, LineageDiff diff, bool isStat)
    {
        if (isStat && !diff.IsIdentical)
        {
            new DiffStat(session.Screen).Write(diff);
        }
        else
        {
            new DiffScreen(session.Screen).Write(diff);
        }
    }

    private static async Task EnsureData(Session session, OpenLedger ledger, DiffLineages request, CancellationToken cancellation)
    {
        if (!request.IsRebuilding)
        {
            return;
        }

        foreach (var text in new[] { request.A, request.B })
        {
            var runs = await ledger.Get<AddressResolver>().ResolveReplicates(text, cancellation);
            await new DataPreparation(session).Ensure(DataShelf.Resolve(runs[0].Specification.Data), isAgreed: false, cancellation);
        }
    }
}
