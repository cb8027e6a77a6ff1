using Ledger.Application.Claims.Attesting;
using Ledger.Cli.Screens;

namespace Ledger.Cli.Auditing;

/// <summary>Shows what a signed audit says.</summary>
internal static class AttestationScreen
{
    /// <summary>Writes it.</summary>
    public static void Write(Screen screen, AttestationAnswer answer)
    {
        screen.Line(answer.IsSigned ? $"{answer.File}: signed by {answer.Fingerprint}" : $"{answer.File}: not signed by {answer.Fingerprint}: it was changed, or another key made it");
        if (!answer.IsSigned)
        {
            return;
        }

        var predicate = answer.Statement.Predicate;
        foreach (var claim in predicate.Claims)
        {
            screen.Line($"{Words.Of(claim.Verdict)}  {claim.Statement.Name}  (of {claim.Statement.Of}, checked at {Words.Of(claim.Level)})");
            foreach (var assertion in claim.Assertions)
            {
                screen.Line($"  {Words.Of(assertion.Verdict)}: {assertion.Asked}{(assertion.Found is { } found ? $" — {found}" : "")}");
            }

            WriteDoubts(screen, claim);
            screen.Line($"  {claim.Age}");
            foreach (var seed in claim.Seeds ?? [])
            {
                screen.Line($"  {seed}");
            }
        }

        foreach (var subject in answer.Statement.Subject)
        {
            screen.Line($"ticket  {subject.Digest.Sha256}  {subject.Name}");
        }

        screen.Line($"ledger  {Numbers.Count(predicate.Ledger.Size, "event")}, root {predicate.Ledger.Root}");
    }

    private static void WriteDoubts(Screen screen, AttestedClaim claim)
    {
        if (claim.Altered is { } altered)
        {
            screen.Line($"  {altered}");
        }

        DoubtScreen.Write(screen, claim.Contradictions ?? [], claim.Further ?? 0, claim.Unconfirmed ?? []);
    }
}
