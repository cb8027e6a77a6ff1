using System.CommandLine;
using Ledger.Application.Addresses;
using Ledger.Application.Data;
using Ledger.Application.Replays;
using Ledger.Cli.Data;
using Ledger.Cli.Replaying;
using Ledger.Store.Contract;

namespace Ledger.Cli.Verbs;

/// <summary><c>ledger replay ADDRESS…</c>.</summary>
public sealed class ReplayVerb : IVerb
{
    private const string OnlyRead = "nothing is recorded: the ledger is only read";
    private const string OnlyPart = "nothing is recorded: a part was compared, not the run";

    /// <inheritdoc/>
    public Command Build(Session session)
    {
        var addresses = new Argument<string[]>("ADDRESS") { Description = $"{Address.Grammar}; a run, a round, or what made a part of it", Arity = ArgumentArity.OneOrMore };
        var flags = new ReplayFlags();
        var verb = new Verb(
            "replay",
            "Compute runs again and compare every step, count and digest with the record; on a difference, find its first bit and who is wrong",
            "ledger replay quick",
            "ledger replay quick --from-seed --jobs 2",
            "ledger replay quick/2@50 --reference",
            "ledger replay lab.bundle#quick --budget 10m --json")
        {
            addresses,
        };
        flags.AddTo(verb);
        verb.SetAction((parse, cancellation) => Replay(session, parse.GetRequiredValue(addresses), flags.Of(parse, session.Surroundings.Cores), cancellation));
        return verb.Answering(typeof(ReplayReport), typeof(IReadOnlyList<ReplayReport>));
    }

    private static async Task<int> Replay(Session session, IReadOnlyList<string> texts, ReplayOptions options, CancellationToken cancellation)
    {
        var addresses = texts.Select(Address.Parse).ToList();
        var replayed = new List<Replayed>();

        // What lies in one ledger is replayed together, so that what runs share is computed once.
        foreach (var ledger in addresses.GroupBy(static address => address.File))
        {
            replayed.AddRange(await Replay(session, ledger.Key, [.. ledger], options, cancellation));
        }

        var reports = addresses.Select(address => replayed.Find(found => found.Address == address)!.Report).ToList();
        session.Screen.Answer(reports.Count == 1 ? reports[0] : reports, () =>
        {
            foreach (var found in addresses.Select(address => replayed.Find(found => found.Address == address)!))
            {
                session.Screen.Line(ReplayScreen.Of(found.Name, found.Report, found.Unrecorded));
            }
        });
        return ExitCodes.MostSevere(reports.Select(CodeOf));
    }

    private static async Task<IReadOnlyList<Replayed>> Replay(Session session, string? file, IReadOnlyList<Address> addresses, ReplayOptions options, CancellationToken cancellation)
    {
        var isOnlyRead = file is not null || session.IsBundle;
        using var ledger = session.OpenToReplay(file);
        var found = new List<ResolvedAddress>();
        foreach (var address in addresses)
        {
            found.Add(await ledger.Get<AddressResolver>().Resolve(address with { File = null }, cancellation));
        }

        foreach (var data in found.Select(static run => run.Specification.Data).Distinct())
        {
            await new DataPreparation(session).Ensure(DataShelf.Resolve(data), isAgreed: false, cancellation);
        }

        var request = new ReplayRuns([.. found.Select(ReplayTarget.Of)], options with { Records = !isOnlyRead });
        var reports = await ReplayView.Show(session, string.Join(' ', found.Select(NameOf)), watch => ledger.Send(request with { Watch = watch }, cancellation));
        return [.. reports.Select((report, number) => new Replayed(addresses[number], NameOf(found[number]), report, isOnlyRead ? OnlyRead : report.IsRecorded ? null : OnlyPartOf(report)))];
    }

    private static string? OnlyPartOf(ReplayReport report) => report is { Difference: null, Round: not null } ? OnlyPart : null;

    private static string NameOf(ResolvedAddress found) => (found.Address with { File = null, Run = found.Id }).ToString();

    private static int CodeOf(ReplayReport report) => report.Difference?.Verdict switch
    {
        null => ExitCodes.Done,
        ReplayVerdict.Tampered => ExitCodes.Corrupt,
        _ => ExitCodes.Differs,
    };

    private sealed record Replayed(Address Address, string Name, ReplayReport Report, string? Unrecorded);
}
