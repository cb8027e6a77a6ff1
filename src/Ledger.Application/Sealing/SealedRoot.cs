using Ledger.Events.Hashing;
using Ledger.Events.Seals;

namespace Ledger.Application.Sealing;

/// <summary>What a seal says, for people.</summary>
/// <param name="Origin">The ledger's name.</param>
/// <param name="Size">Events covered.</param>
/// <param name="Root">The root over their leaves.</param>
/// <param name="Fingerprint">Of the key.</param>
public sealed record SealedRoot(string Origin, long Size, Digest Root, string Fingerprint)
{
    /// <summary>What a seal says.</summary>
    public static SealedRoot Of(Seal seal) => new(seal.Checkpoint.Origin, seal.Checkpoint.Size, seal.Checkpoint.Root, seal.Key.Fingerprint);
}
