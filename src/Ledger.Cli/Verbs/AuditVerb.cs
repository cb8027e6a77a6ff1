using System.CommandLine;
using Ledger.Application.Claims.Attesting;
using Ledger.Application.Claims.Auditing;
using Ledger.Application.Verification;
using Ledger.Cli.Auditing;
using Ledger.Cli.Screens;

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
        var attest = new Option<string?>("--attest") { Description = "Also write the verdicts to this file, signed: an in-toto statement about the tickets (DSSE)", HelpName = "file" };
        var key = new Option<string?>("--key") { Description = "The private key that signs it. Default: the one that seals", HelpName = "file" };
        var verb = new Verb(
            "audit",
            "Check claims about recorded results: each holds, is refuted, is unsupported, or was tampered with",
            "ledger audit experiments/claims/quick.yaml",
            "ledger audit experiments/claims/quick.yaml --level recompute",
            "ledger audit experiments/claims/quick.yaml --store quick.bundle --full --json",
            "ledger audit experiments/claims/quick.yaml --attest quick.dsse")
        {
            files, level, full, attest, key,
        };
        verb.SetAction((parse, cancellation) =>
        {
            var request = new AuditClaims(ClaimFiles.Read(parse.GetRequiredValue(files)), parse.GetValue(level), !session.IsBundle);
            return Audit(session, request, parse.GetValue(full), parse.GetValue(attest) is { } file ? new Attestation(file, parse.GetValue(key) ?? session.SealKeyPath) : null, cancellation);
        });
        return verb.Answering(typeof(AuditReport), typeof(VerificationReport));
    }

    private static async Task<int> Audit(Session session, AuditClaims request, bool isFull, Attestation? attestation, CancellationToken cancellation)
    {
        using var signing = attestation?.Begin();
        using var ledger = new AuditedStore(session).Open(request);
        if (isFull && await Verify(session, ledger, cancellation) is { IsAltered: true } altered)
        {
            session.Screen.Answer(altered, () => Tell(session.Screen, altered));
            return ExitCodes.Corrupt;
        }

        var report = await ledger.Send(request, cancellation);
        if (attestation is not null)
        {
            attestation.Write(await ledger.Send(new AttestAudit(report, signing!), cancellation));
            session.Screen.Note($"{attestation.File}: signed by {signing!.Public.Fingerprint}; `ledger verify --attestation {attestation.File} --key FILE` checks it");
        }

        session.Screen.Answer(report, () => AuditScreen.Write(session.Screen, report));
        if (!report.Recorded)
        {
            session.Screen.Note($"{session.Store} is only read: the verdicts are not recorded in it.");
        }

        return AuditExit.Of(report.Verdict);
    }

    /// <summary>Verifies the ledger; of a bundle the file itself, not the copy that is computed in.</summary>
    private static async Task<VerificationReport> Verify(Session session, OpenLedger ledger, CancellationToken cancellation)
    {
        using var bundle = session.IsBundle ? session.Open() : null;
        var report = await ShareBar.Show(session.Screen, "verify", progress => (bundle ?? ledger).Send(new VerifyLedger(progress), cancellation));
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
}
