using System.CommandLine;
using Ledger.Application.Copying;
using Ledger.Cli.Screens;
using Ledger.Cli.Verbs;
using Ledger.Store;
using Ledger.Store.Contract;

namespace Ledger.Cli.Storing;

/// <summary><c>ledger store copy FROM TO</c>.</summary>
internal static class CopyCommand
{
    /// <summary>The command.</summary>
    public static Verb Build(Session session)
    {
        var from = new Argument<string>("FROM") { Description = "The ledger to copy, named as for --store" };
        var to = new Argument<string>("TO") { Description = "Where to: an empty ledger, or an earlier copy, which is brought up to date; a missing file is made" };
        var verb = new Verb(
            "copy",
            "Copy a whole ledger; positions, hashes and the tree's root are the same afterwards",
            "ledger store copy lab.db copy.db",
            "ledger store copy lab.db postgres://ledger@db.example/lab")
        {
            from, to,
        };
        verb.SetAction(async (parse, cancellation) =>
        {
            using var source = session.Open(StoreAddress.Parse(parse.GetRequiredValue(from)), OpenMode.ReadOnly);
            using var target = session.Open(StoreAddress.Parse(parse.GetRequiredValue(to)), OpenMode.Create);
            var report = await ShareBar.Show(session.Screen, "copy", progress => target.Send(new CopyLedger(source.Store, progress), cancellation));
            session.Screen.Answer(report, () => Write(session.Screen, report));
            return ExitCodes.Done;
        });
        return verb.Answering(typeof(CopyReport));
    }

    private static void Write(Screen screen, CopyReport report)
    {
        screen.Line(report is { Copied: 0, Blobs: 0 }
            ? $"{report.To} is a copy of {report.From} already: {Numbers.Count(report.Events, "event")}"
            : $"copied {Numbers.Count(report.Copied, "event")} and {Numbers.Count(report.Blobs, "blob")}, {Numbers.Bytes(report.BlobBytes)}, from {report.From} to {report.To}");
        screen.Line($"  root  {report.Root}");
    }
}
