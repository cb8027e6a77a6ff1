using System.CommandLine;
using Ledger.Application.Verification;
using Ledger.Cli.Screens;

namespace Ledger.Cli.Verbs;

/// <summary><c>ledger verify</c>.</summary>
public sealed class VerifyVerb : IVerb
{
    /// <inheritdoc/>
    public Command Build(Session session)
    {
        var jobs = CountOption.Create("--jobs", "Pieces of the ledger checked at once. Default: one per core, at most four");
        var verb = new Verb("verify", "Check that every event, mask and state of the ledger is as it was written", "ledger verify", "ledger verify --store lab.db --jobs 2 --json") { jobs };
        verb.SetAction((parse, cancellation) => Verify(session, parse.GetValue(jobs), cancellation));
        return verb;
    }

    private static async Task<int> Verify(Session session, int? jobs, CancellationToken cancellation)
    {
        using var ledger = session.Open();
        var report = await ShareBar.Show(session.Screen, "verify", progress => ledger.Send(new VerifyLedger(progress, jobs), cancellation));
        session.Screen.Answer(report, () => Write(session.Screen, report));
        return report.IsAltered ? ExitCodes.Corrupt : ExitCodes.Done;
    }

    private static void Write(Screen screen, VerificationReport report)
    {
        foreach (var finding in report.Findings)
        {
            screen.Line($"{(finding.IsAlteration ? finding.Kind : "note")}: {finding.Message}");
        }

        screen.Line($"{report.Location}: {Numbers.Count(report.Events, "event")}, {Numbers.Count(report.Masks, "mask")} and {Numbers.Count(report.States, "state")}, {Verdict(report)}");
    }

    private static string Verdict(VerificationReport report) => report.IsAltered
        ? Numbers.Count(report.Findings.Count(static finding => finding.IsAlteration), "alteration")
        : "all as they were written";
}
