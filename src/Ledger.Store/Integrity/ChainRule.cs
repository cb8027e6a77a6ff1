using Ledger.Events.Hashing;
using Ledger.Events.Streams;
using Ledger.Store.Contract;

namespace Ledger.Store.Integrity;

/// <summary>In every stream versions run from 1, and every event has the hash that follows from its content and the event before.</summary>
internal static class ChainRule
{
    /// <summary>Judges an event by the one before it in its stream.</summary>
    public static ChainVerdict Judge(Link last, StoredEvent stored)
    {
        var expected = last.Version + 1;
        if (stored.Version != expected)
        {
            return WrongVersion(stored, last, expected);
        }

        // The stored hash is the link for the next event either way, so that one altered event is one finding.
        var hash = HashAt(stored, last, stored.Version);
        return new ChainVerdict(Link.After(stored), hash == stored.Hash ? null : Finding(IntegrityKind.EventAltered, stored, $"its hash is {stored.Hash}, its content makes {hash}: the event or its hash, or the hash before it, was changed"));
    }

    private static ChainVerdict WrongVersion(StoredEvent stored, Link last, long expected) => HashAt(stored, last, expected) == stored.Hash
        ? new ChainVerdict(new Link(expected, stored.Hash), Finding(IntegrityKind.EventAltered, stored, $"its version was changed: its hash was made for version {expected}"))
        : new ChainVerdict(Link.After(stored), Finding(IntegrityKind.EventMissing, stored, $"it stands where version {expected} of its stream belongs"));

    private static Digest HashAt(StoredEvent stored, Link last, long version) =>
        EventHash.Compute(last.Hash, stored.Stream, version, stored.Alias, stored.Body.Span);

    private static IntegrityFinding Finding(IntegrityKind kind, StoredEvent stored, string what) =>
        new(kind, $"{Place.Of(stored)}: {what}", stored.Stream, stored.Version, stored.Position);
}
