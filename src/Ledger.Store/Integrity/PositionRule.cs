using Ledger.Events.Streams;
using Ledger.Store.Contract;

namespace Ledger.Store.Integrity;

/// <summary>Positions run from 1 without a gap.</summary>
internal static class PositionRule
{
    /// <summary>What is wrong with the position of the event that comes after position <paramref name="last"/>, or null.</summary>
    public static IntegrityFinding? Check(long last, StoredEvent stored)
    {
        var expected = last + 1;
        return stored.Position == expected
            ? null
            : new IntegrityFinding(
                IntegrityKind.EventMissing,
                $"{Place.Of(stored)} stands where position {expected} belongs: {stored.Position - expected} events are missing before it, or its position was changed",
                stored.Stream,
                stored.Version,
                stored.Position);
    }
}
