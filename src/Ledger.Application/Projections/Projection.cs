using Ledger.Events.Recorded;
using Ledger.Events.Streams;

namespace Ledger.Application.Projections;

/// <summary>A fold that takes in each event once, in the order of positions.</summary>
/// <param name="position">The last event that was taken in already, 0 for none.</param>
public abstract class Projection(long position = 0) : IProjection
{
    /// <inheritdoc/>
    public long Position { get; private set; } = position;

    /// <inheritdoc/>
    public void Apply(StoredEvent stored)
    {
        if (stored.Position > Position)
        {
            When(stored, EventCatalogue.Read(stored));
            Position = stored.Position;
        }
    }

    /// <summary>What one event changes.</summary>
    protected abstract void When(StoredEvent stored, ILedgerEvent recorded);
}
