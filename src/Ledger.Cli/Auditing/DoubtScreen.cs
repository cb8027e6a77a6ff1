using Ledger.Application.Claims.Figures;
using Ledger.Cli.Screens;

namespace Ledger.Cli.Auditing;

/// <summary>Shows what speaks against a claim beside its assertions: the same of an audit and of its attestation.</summary>
internal static class DoubtScreen
{
    /// <summary>Writes it.</summary>
    public static void Write(Screen screen, IReadOnlyList<Contradiction> contradictions, int further, IReadOnlyList<string> unconfirmed)
    {
        foreach (var (what, recorded, found) in contradictions)
        {
            screen.Line($"  the record is false: {what}: recorded {recorded}, computed {found}");
        }

        if (further > 0)
        {
            screen.Line($"  {Numbers.Count(further, "further replicate")} of the experiment {(further == 1 ? "was" : "were")} begun that the claim leaves out");
        }

        if (unconfirmed.Count > 0)
        {
            screen.Line($"  imported, and not computed here yet: {string.Join(", ", unconfirmed)}; --level replay does");
        }
    }
}
