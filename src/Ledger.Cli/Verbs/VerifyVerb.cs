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
        var verb = new Verb("verify", "Check that every event, mask and state of the ledger is as it was written", "ledger verify", "ledger verify --store lab.db --json");
        verb.SetAction((_, cancellation) => Verify(session, cancellation));
        return verb;
    }

    private static async Task<int> Verify(Session session, CancellationToken cancellation)
    {
        using var ledger = session.Open();
        var report = await ShareBar.Show(session.Screen, "verify", progress => ledger.Send(new VerifyLedger(progress), cancellation));
        session.Screen.Answer(report, () => Write(session.Screen, report));
        return report.Findings.Count == 0 ? ExitCodes.Done : ExitCodes.Corrupt;
    }

    private static void Write(Screen screen, VerificationReport report)
    {
        foreach (var finding in report.Findings)
        {
            screen.Line($"{finding.Kind}: {finding.Message}");
        }

        screen.Line(report.Findings.Count == 0
            ? $"{report.Location}: {Numbers.Count(report.Events, "event")}, all as they were written"
            : $"{report.Location}: {Numbers.Count(report.Events, "event")}, {Numbers.Count(report.Findings.Count, "finding")}");
    }
}
