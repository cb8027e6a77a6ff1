using System.CommandLine;
using Ledger.Application.Addresses;
using Ledger.Application.Bundles;
using Ledger.Application.Sealing;
using Ledger.Cli.Screens;
using Ledger.Store;
using Ledger.Store.Contract;

namespace Ledger.Cli.Verbs;

/// <summary><c>ledger import FILE</c>.</summary>
public sealed class ImportVerb : IVerb
{
    /// <inheritdoc/>
    public Command Build(Session session)
    {
        var file = new Argument<string>("FILE") { Description = "The bundle" };
        var trust = new Option<bool>("--trust") { Description = "Answer from what it holds before it was computed here, and take its states" };
        var key = KeyOption.Trusted("Refuse the bundle unless this key sealed it");
        var verb = new Verb(
            "import",
            "Verify a bundle and take its runs into the ledger; nothing is answered from them before they were computed here",
            "ledger import quick.bundle",
            "ledger import quick.bundle --trust --key SHA256:47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU")
        {
            file, trust, key,
        };
        verb.SetAction(async (parse, cancellation) =>
        {
            var wanted = parse.GetValue(key) is { } named ? TrustedKey.Read(named) : null;
            using var source = session.Open(StoreAddress.Parse(parse.GetRequiredValue(file)), OpenMode.ReadOnly);
            using var ledger = session.Open(OpenMode.Create);
            var report = await ShareBar.Show(
                session.Screen, "verify", progress => ledger.Send(new ImportBundle(source.Store, parse.GetValue(trust), wanted, progress), cancellation));
            session.Screen.Answer(report, () => Write(session.Screen, report));
            return ExitCodes.Done;
        });
        return verb.Answering(typeof(ImportReport));
    }

    private static void Write(Screen screen, ImportReport report)
    {
        screen.Line(report.Events == 0
            ? $"{report.Bundle}: everything in it is here already"
            : $"{report.Bundle}: {Numbers.Count(report.Events, "event")}, {Numbers.Count(report.Masks, "mask")} and {Numbers.Count(report.States, "state")} taken in; {Numbers.Count(report.Equal)} of {Numbers.Count(report.Histories)} histories were here already, equal");
        foreach (var run in report.Runs)
        {
            screen.Line($"  {ShortId.Of(run.Run)}  {run.Name}.{run.Replicate}  {Standing(run)}");
        }

        foreach (var contradiction in report.Contradictions)
        {
            screen.Line($"  disputed: {contradiction.Stream}{(contradiction.Step is { } step ? $", step {step}" : "")}");
        }

        foreach (var run in report.Runs.Where(static run => run is { Contradicts: true, WasHere: true }))
        {
            screen.Line($"  compare:  ledger diff {ShortId.Of(run.Run)} {report.Bundle}#{ShortId.Of(run.Run)}");
        }

        screen.Line($"  {BundleText.Started(report.Manifest.StartedRuns)}");
        screen.Line($"  {BundleText.Sealed(report.Manifest)}");
    }

    private static string Standing(ImportedRun run) => run switch
    {
        { Contradicts: true } => "contradicts what is here",
        { IsUnconfirmed: true } => "answers nothing before it was computed here: `ledger run` or `ledger replay` does",
        { WasHere: true } => "was here already, equal",
        _ => "trusted",
    };
}
