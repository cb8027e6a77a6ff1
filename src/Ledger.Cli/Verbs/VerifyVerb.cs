using System.CommandLine;
using Ledger.Application.Claims.Attesting;
using Ledger.Application.Proving;
using Ledger.Application.Sealing;
using Ledger.Application.Verification;
using Ledger.Cli.Auditing;
using Ledger.Cli.Screens;
using Ledger.Cli.Showing;
using Ledger.Store.Contract;

namespace Ledger.Cli.Verbs;

/// <summary><c>ledger verify</c>, <c>ledger verify --proof</c>.</summary>
public sealed class VerifyVerb : IVerb
{
    /// <inheritdoc/>
    public Command Build(Session session)
    {
        var jobs = CountOption.Create("--jobs", "Pieces of the ledger checked at once. Default: one per core, at most four");
        var seal = new Option<string?>("--seal") { Description = "A seal that was kept elsewhere: are all events that it covers still here, as they were?", HelpName = "file" };
        var proof = new Option<string?>("--proof") { Description = "Check this proof instead; no ledger is needed", HelpName = "file" };
        var attestation = new Option<string?>("--attestation") { Description = "Check this signed audit instead; no ledger is needed, but the key's file", HelpName = "file" };
        var key = KeyOption.Trusted("The public key that must have signed the seal, proof, attestation or bundle");
        var verb = new Verb(
            "verify",
            "Check that every event, mask, state and seal of the ledger is as it was written; or check a proof",
            "ledger verify",
            "ledger verify --store lab.db --jobs 2 --json",
            "ledger verify --seal 2026-11.seal",
            "ledger verify --proof quick.proof --key lab.pub.pem",
            "ledger verify --attestation quick.dsse --key lab.pub.pem",
            "ledger verify --store quick.bundle --key lab.pub.pem")
        {
            jobs, seal, proof, attestation, key,
        };
        verb.SetAction((parse, cancellation) =>
        {
            var trusted = parse.GetValue(key) is { } named ? TrustedKey.Read(named) : null;
            if (parse.GetValue(attestation) is { } signed)
            {
                return parse.GetValue(seal) is null && parse.GetValue(proof) is null && trusted is not null
                    ? Task.FromResult(Attested(session.Screen, AttestationAnswer.Of(signed, trusted)))
                    : throw new UsageException("--attestation is checked by itself, with the public key's file in --key");
            }

            return (parse.GetValue(seal), parse.GetValue(proof), trusted) switch
            {
                (null, { } file, _) => Task.FromResult(Prove(session.Screen, ProofAnswer.Of(file, trusted))),
                ({ } file, null, _) => Verify(session, new VerifyLedger(Jobs: parse.GetValue(jobs), Kept: new KeptSeal(file, SealFile.Read(file), trusted)), cancellation),
                (null, null, _) when trusted is null || session.IsBundle => Verify(session, new VerifyLedger(Jobs: parse.GetValue(jobs), Key: trusted), cancellation),
                (null, null, _) => throw new UsageException("--key says who must have signed a seal, proof or bundle: name one with --seal, --proof or --store"),
                _ => throw new UsageException("--seal checks a ledger, --proof needs none: use one of the two"),
            };
        });
        return verb.Answering(typeof(VerificationReport), typeof(ProofAnswer));
    }

    private static int Prove(Screen screen, ProofAnswer answer)
    {
        screen.Answer(answer, () => ProofScreen.Write(screen, answer));
        return answer.Holds ? ExitCodes.Done : ExitCodes.Corrupt;
    }

    private static int Attested(Screen screen, AttestationAnswer answer)
    {
        screen.Answer(answer, () => AttestationScreen.Write(screen, answer));
        return answer.IsSigned ? AuditExit.Of(answer.Statement.Predicate.Verdict) : ExitCodes.Corrupt;
    }

    private static async Task<int> Verify(Session session, VerifyLedger request, CancellationToken cancellation)
    {
        using var ledger = session.Open();
        var report = await ShareBar.Show(session.Screen, "verify", progress => ledger.Send(request with { Progress = progress }, cancellation));
        await Keep(session, report.Extent, cancellation);
        session.Screen.Answer(report, () => Write(session.Screen, report));
        return report.IsAltered ? ExitCodes.Corrupt : ExitCodes.Done;
    }

    /// <summary>Notes how far the ledger was verified, for audits, where it may be written.</summary>
    private static async Task Keep(Session session, VerifiedExtent? extent, CancellationToken cancellation)
    {
        if (extent is null || session.IsBundle)
        {
            return;
        }

        try
        {
            using var ledger = session.Open(OpenMode.Existing);
            await LastVerification.Keep(ledger.Store, extent, cancellation);
        }
        catch (Exception exception) when (exception is StoreWriteException or StoreUnreachableException)
        {
            // The verification stands; audits only will not know of it.
        }
    }

    private static void Write(Screen screen, VerificationReport report)
    {
        foreach (var finding in report.Findings)
        {
            screen.Line($"{(finding.IsAlteration ? finding.Kind : "note")}: {finding.Message}", finding.IsAlteration ? Tone.Bad : Tone.Warning);
        }

        if (report.Bundle is { } bundle)
        {
            screen.Line($"note: {BundleText.Started(bundle.StartedRuns)}");
            screen.Line($"note: {BundleText.Sealed(bundle)}");
        }

        screen.Line($"{report.Location}: {Numbers.Count(report.Events, "event")}, {Numbers.Count(report.Masks, "mask")} and {Numbers.Count(report.States, "state")}, {Verdict(report)}", report.IsAltered ? Tone.Bad : Tone.Good);
        if (report is { IsAltered: false, Kept: { } kept })
        {
            Write(screen, kept);
        }
    }

    private static void Write(Screen screen, KeptSealAnswer kept)
    {
        screen.Line($"{kept.File}: {Numbers.Count(kept.Checkpoint.Size, "event")} of {kept.Checkpoint.Origin}, all here as they were sealed");
        screen.Note(kept.Fingerprint is { } fingerprint
            ? $"The seal is signed by the key {fingerprint}."
            : "Nobody here knows the seal's key: its signature was not checked; name the public key with --key.");
    }

    private static string Verdict(VerificationReport report) => report.IsAltered
        ? Numbers.Count(report.Findings.Count(static finding => finding.IsAlteration), "alteration")
        : "all as they were written";
}
