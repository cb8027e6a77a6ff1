using System.CommandLine;
using Ledger.Application.Addresses;
using Ledger.Application.Bundles;
using Ledger.Cli.Screens;

namespace Ledger.Cli.Verbs;

/// <summary><c>ledger export RUN… -o FILE</c>.</summary>
public sealed class ExportVerb : IVerb
{
    /// <inheritdoc/>
    public Command Build(Session session)
    {
        var runs = new Argument<string[]>("RUN") { Description = "Runs to take along", Arity = ArgumentArity.ZeroOrMore };
        var file = new Option<string>("--out", "-o") { Description = "The bundle to write", HelpName = "file", Required = true };
        var states = new Option<bool>("--states") { Description = "Take cached states along; without them they are computed again when they are needed" };
        var all = new Option<bool>("--all") { Description = "Every run of the ledger" };
        var force = new Option<bool>("--force") { Description = "Replace a file that is there" };
        var verb = new Verb(
            "export",
            "Write runs and all that is behind them into one file, which every reading verb takes as a ledger",
            "ledger export quick.0 -o quick.bundle",
            "ledger export --all -o lab.bundle --states")
        {
            runs, file, states, all, force,
        };
        verb.SetAction(async (parse, cancellation) =>
        {
            var named = parse.GetValue(runs) ?? [];
            if (named.Length > 0 == parse.GetValue(all))
            {
                throw new UsageException("name the runs to export, or say --all");
            }

            using var ledger = session.Open();
            var report = await ledger.Send(new ExportRuns(named, parse.GetRequiredValue(file), parse.GetValue(states), parse.GetValue(force)), cancellation);
            session.Screen.Answer(report, () => Write(session.Screen, report));
            if (report.Manifest.Key is null)
            {
                session.Screen.Note("no seal covers these events, so the bundle proves nothing about where they come from: `ledger seal` first, then export again");
            }

            return ExitCodes.Done;
        });
        return verb.Answering(typeof(ExportReport));
    }

    private static void Write(Screen screen, ExportReport report)
    {
        var manifest = report.Manifest;
        screen.Line($"{report.Path}: {Numbers.Bytes(report.Bytes)}, {Numbers.Count(manifest.Contents.Events, "event")}, {Numbers.Count(manifest.Contents.Masks, "mask")}, {Numbers.Count(manifest.Contents.States, "state")}");
        foreach (var run in manifest.Runs)
        {
            screen.Line($"  {ShortId.Of(run.Run)}  {run.Name}.{run.Replicate}  {(run.Result is { } result ? $"result {result}" : "not finished")}");
        }

        screen.Line($"  {BundleText.Started(manifest.StartedRuns)}");
        screen.Line($"  {BundleText.Sealed(manifest)}");
    }
}
