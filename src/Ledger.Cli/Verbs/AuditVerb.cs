using System.CommandLine;
using Ledger.Application.Claims;
using Ledger.Application.Claims.Auditing;
using Ledger.Application.Verification;
using Ledger.Cli.Auditing;
using Ledger.Cli.Screens;
using Ledger.Events.Claims;
using Ledger.Store.Contract;

namespace Ledger.Cli.Verbs;

/// <summary><c>ledger audit CLAIMS…</c>.</summary>
public sealed class AuditVerb : IVerb
{
    /// <inheritdoc/>
    public Command Build(Session session)
    {
        var files = new Argument<string[]>("CLAIMS") { Description = "Claim files (YAML)", Arity = ArgumentArity.OneOrMore };
        var level = LevelOption.Create();
        var full = new Option<bool>("--full") { Description = "First verify the whole ledger, not only the events that the claims read" };
        var verb = new Verb(
            "audit",
            "Check claims about recorded results: each holds, is refuted, is unsupported, or was tampered with",
            "ledger audit experiments/claims/quick.yaml",
            "ledger audit experiments/claims/quick.yaml --level recompute",
            "ledger audit experiments/claims/quick.yaml --store quick.bundle --full --json")
        {
            files, level, full,
        };
        verb.SetAction((parse, cancellation) => Audit(session, new AuditClaims(ClaimFiles.Read(parse.GetRequiredValue(files)), parse.GetValue(level), !session.IsBundle), parse.GetValue(full), cancellation));
        return verb.Answering(typeof(AuditReport), typeof(VerificationReport));
    }

    private static async Task<int> Audit(Session session, AuditClaims request, bool isFull, CancellationToken cancellation)
    {
        using var ledger = new AuditedStore(session).Open(request);
        if (isFull && await Verify(session, ledger, cancellation) is { IsAltered: true } altered)
        {
            session.Screen.Answer(altered, () => Tell(session.Screen, altered));
            return ExitCodes.Corrupt;
        }

        var report = await ledger.Send(request, cancellation);
        session.Screen.Answer(report, () => AuditScreen.Write(session.Screen, report));
        if (!report.Recorded)
        {
            session.Screen.Note($"{session.Store} is only read: the verdicts are not recorded in it.");
        }

        return CodeOf(report.Verdict);
    }

    private static async Task<VerificationReport> Verify(Session session, OpenLedger ledger, CancellationToken cancellation)
    {
        var report = await ShareBar.Show(session.Screen, "verify", progress => ledger.Send(new VerifyLedger(progress), cancellation));
        if (report.Extent is { } extent && ledger.Store.Models.IsWritable)
        {
            await LastVerification.Keep(ledger.Store, extent, cancellation);
        }

        return report;
    }

    private static void Tell(Screen screen, VerificationReport report)
    {
        foreach (var finding in report.Findings.Where(static finding => finding.IsAlteration))
        {
            screen.Line($"{finding.Kind}: {finding.Message}", Tone.Bad);
        }

        screen.Line("tampered: no claim is answered from a ledger that was altered", Tone.Bad);
    }

    private static int CodeOf(ClaimVerdict verdict) => verdict switch
    {
        ClaimVerdict.Holds => ExitCodes.Done,
        ClaimVerdict.Refuted => ExitCodes.Differs,
        ClaimVerdict.Unsupported => ExitCodes.EvidenceMissing,
        _ => ExitCodes.Corrupt,
    };
}
