using Ledger.Events.Streams;

namespace Ledger.Application.Projections;

/// <summary>A read model: a pure fold over events, disposable, stamped with the position it has consumed.</summary>
public interface IProjection
{
    /// <summary>Position of the last event applied, 0 for none.</summary>
    long Position { get; }

    /// <summary>Takes in the next event; one that was applied before changes nothing.</summary>
    void Apply(StoredEvent stored);
}
