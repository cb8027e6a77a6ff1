using Ledger.Events.Hashing;
using Ledger.Events.Merkle;

namespace Ledger.Events.Proofs;

/// <summary>Shows that an event stood in a ledger when it was sealed: event, event hash, leaf, root, signature.</summary>
/// <param name="Event">The event.</param>
/// <param name="Index">Its place among all events, from 0: its position less one.</param>
/// <param name="Path">The hashes beside the way from its leaf up to the root.</param>
/// <param name="Seal">The seal of that root.</param>
public sealed record EventProof(ProvenEvent Event, long Index, IReadOnlyList<Digest> Path, SealText Seal)
{
    /// <summary>What does not follow, or null if all does.</summary>
    public string? Contradiction()
    {
        var seal = Seal.ToSeal();
        var (origin, size, root) = seal.Checkpoint;
        return !seal.IsSigned ? $"the seal is not signed by the key {seal.Key.Fingerprint}: the checkpoint, its signature or the key was changed"
            : !new InclusionProof(Index, size, Path).Proves(Event.Leaf, root) ? $"the event does not lead to the root that {origin} sealed over {size} events: the event, its place or the path was changed"
            : null;
    }
}
