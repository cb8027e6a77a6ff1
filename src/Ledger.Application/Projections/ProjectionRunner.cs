using Ledger.Events.Recorded;
using Ledger.Store.Contract;

namespace Ledger.Application.Projections;

/// <summary>Brings read models up to date; training steps are none of their business and are left out.</summary>
public sealed class ProjectionRunner(IEventStore store)
{
    private static readonly string Steps = EventCatalogue.AliasOf(typeof(StepTrained));

    /// <summary>Applies every event after the position that the projection has consumed.</summary>
    public async Task CatchUp(IProjection projection, CancellationToken cancellation = default)
    {
        await foreach (var stored in store.ReadAll(projection.Position, Steps, cancellation))
        {
            projection.Apply(stored);
        }
    }

    /// <summary>A new projection, up to date.</summary>
    public async Task<T> Fold<T>(CancellationToken cancellation = default)
        where T : IProjection, new()
    {
        var projection = new T();
        await CatchUp(projection, cancellation);
        return projection;
    }
}
