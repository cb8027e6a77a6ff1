using Ledger.Events.Recorded;
using Ledger.Events.Streams;

namespace Ledger.Application.Projections;

/// <summary>A fold that takes in each event once, in the order of positions.</summary>
public abstract class Projection : IProjection
{
    /// <inheritdoc/>
    public long Position { get; private set; }

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
