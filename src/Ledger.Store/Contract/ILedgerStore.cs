using Ledger.Events.Merkle;

namespace Ledger.Store.Contract;

/// <summary>A whole ledger: events with their Merkle tree, blobs, notes on cached states, leases, and kept read models.</summary>
public interface ILedgerStore : IEventStore, IBlobStore, IStateCache, ILeaseStore, ITileSource, IDisposable
{
    /// <summary>Where it is, for messages; never holds a secret.</summary>
    string Location { get; }

    /// <summary>Read models that are kept beside the events.</summary>
    IReadModelStore Models { get; }

    /// <summary>How much it holds.</summary>
    Task<StoreSizes> Measure(CancellationToken cancellation = default);

    /// <summary>Gives back space that is not used any more; what is recorded stays as it is.</summary>
    Task Compact(CancellationToken cancellation = default);

    /// <summary>Checks chains, versions, positions, the tree, blobs and the store's own structure; yields every finding.</summary>
    /// <param name="progress">Told the share done, 0 to 1.</param>
    /// <param name="jobs">How many ranges of events are checked at the same time; null for one a processor, at most four.</param>
    /// <param name="cancellation">Stops checking.</param>
    IAsyncEnumerable<IntegrityFinding> Verify(IProgress<double>? progress = null, int? jobs = null, CancellationToken cancellation = default);
}
