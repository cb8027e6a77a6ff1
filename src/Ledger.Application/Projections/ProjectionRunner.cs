using System.Text.Json;
using Ledger.Events.Recorded;
using Ledger.Store.Contract;

namespace Ledger.Application.Projections;

/// <summary>Brings read models up to date and keeps them; training steps are none of their business and are left out.</summary>
public sealed class ProjectionRunner(ILedgerStore store)
{
    /// <summary>A model is kept again once it has consumed so many further events.</summary>
    public const int KeptEvery = 256;

    private static readonly string Steps = EventCatalogue.AliasOf(typeof(StepTrained));

    /// <summary>A projection, up to date: the kept one and the events after it. Where the ledger may be written it is kept again when it has grown enough.</summary>
    public async Task<T> Fold<T>(CancellationToken cancellation = default)
        where T : IKeptProjection<T>
    {
        var model = await Kept<T>(cancellation) ?? T.Begin();
        if (await CatchUp(model, long.MaxValue, cancellation) >= KeptEvery && store.Models.IsWritable)
        {
            await TryKeep(model, cancellation);
        }

        return model;
    }

    /// <summary>A projection folded from the first event to a position, whatever is kept.</summary>
    public async Task<T> FoldAnew<T>(long upTo = long.MaxValue, CancellationToken cancellation = default)
        where T : IKeptProjection<T>
    {
        var model = T.Begin();
        await CatchUp(model, upTo, cancellation);
        return model;
    }

    /// <summary>Keeps a model; answers what is kept.</summary>
    public async Task<KeptModel> Keep<T>(T model, CancellationToken cancellation = default)
        where T : IKeptProjection<T>
    {
        var kept = new KeptModel(T.Name, T.Form, model.Position, model.Write());
        await store.Models.Save(kept, cancellation);
        return kept;
    }

    private async Task TryKeep<T>(T model, CancellationToken cancellation)
        where T : IKeptProjection<T>
    {
        try
        {
            await Keep(model, cancellation);
        }
        catch (Exception exception) when (exception is StoreWriteException or StoreUnreachableException)
        {
            // The answer is there; what was not kept is folded again next time.
        }
    }

    /// <summary>The kept model, unless it is of another form, damaged, or of a longer history than the ledger's.</summary>
    private async Task<T?> Kept<T>(CancellationToken cancellation)
        where T : IKeptProjection<T>
    {
        if (await store.Models.Load(T.Name, cancellation) is not { } kept || kept.Form != T.Form || kept.Position < 1 || kept.Position > await store.LastPosition(cancellation))
        {
            return default;
        }

        try
        {
            return T.Read(kept.Position, kept.Content.Span);
        }
        catch (JsonException)
        {
            return default;
        }
    }

    private async Task<int> CatchUp(IProjection projection, long upTo, CancellationToken cancellation)
    {
        var applied = 0;
        await foreach (var stored in store.ReadAll(projection.Position, Steps, cancellation))
        {
            if (stored.Position > upTo)
            {
                break;
            }

            projection.Apply(stored);
            applied++;
        }

        return applied;
    }
}
