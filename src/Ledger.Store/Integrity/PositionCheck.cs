using Ledger.Events.Streams;
using Ledger.Store.Contract;

namespace Ledger.Store.Integrity;

/// <summary>Positions run from 1 without a gap.</summary>
internal sealed class PositionCheck : IEventCheck
{
    private long _last;

    /// <inheritdoc/>
    public IntegrityFinding? Next(StoredEvent stored)
    {
        var expected = _last + 1;
        _last = stored.Position;
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
