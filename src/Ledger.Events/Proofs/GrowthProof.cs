using Ledger.Events.Hashing;
using Ledger.Events.Merkle;

namespace Ledger.Events.Proofs;

/// <summary>Shows that a ledger only grew between two seals: the newer one covers all that the older one covers.</summary>
/// <param name="Older">The earlier seal.</param>
/// <param name="Newer">The later seal.</param>
/// <param name="Path">Hashes from which both roots follow.</param>
public sealed record GrowthProof(SealText Older, SealText Newer, IReadOnlyList<Digest> Path)
{
    /// <summary>What does not follow, or null if all does.</summary>
    public string? Contradiction()
    {
        var (older, newer) = (Older.ToSeal(), Newer.ToSeal());
        var unsigned = !older.IsSigned ? older : !newer.IsSigned ? newer : null;
        return unsigned is not null ? $"the seal over {unsigned.Checkpoint.Size} events is not signed by the key {unsigned.Key.Fingerprint}: the checkpoint, its signature or the key was changed"
            : older.Checkpoint.Origin != newer.Checkpoint.Origin ? $"the seals are of two ledgers, {older.Checkpoint.Origin} and {newer.Checkpoint.Origin}"
            : !new ConsistencyProof(older.Checkpoint.Size, newer.Checkpoint.Size, Path).Proves(older.Checkpoint.Root, newer.Checkpoint.Root)
                ? $"the root over {newer.Checkpoint.Size} events does not follow from the one over {older.Checkpoint.Size}: the history was rewritten, or the path was changed"
            : null;
    }
}
