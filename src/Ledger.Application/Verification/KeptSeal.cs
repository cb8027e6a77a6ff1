using Ledger.Application.Sealing;
using Ledger.Events.Seals;

namespace Ledger.Application.Verification;

/// <summary>A seal that somebody kept elsewhere.</summary>
/// <param name="File">Its file.</param>
/// <param name="Note">The signed text.</param>
/// <param name="Trusted">The key that must have signed it, or null for any.</param>
public sealed record KeptSeal(string File, SignedNote Note, TrustedKey? Trusted)
{
    /// <summary>What it says.</summary>
    public Checkpoint Checkpoint { get; } = Checkpoint.Parse(Note.Text);
}
