namespace Ledger.Store.Contract;

/// <summary>A whole ledger: events, blobs, and notes on cached states.</summary>
public interface ILedgerStore : IEventStore, IBlobStore, IStateCache, IDisposable
{
    /// <summary>Where it is, for messages.</summary>
    string Location { get; }

    /// <summary>Checks chains, versions, positions, blobs and the store's own structure; yields every finding.</summary>
    /// <param name="progress">Told the share done, 0 to 1.</param>
    /// <param name="cancellation">Stops checking.</param>
    IAsyncEnumerable<IntegrityFinding> Verify(IProgress<double>? progress = null, CancellationToken cancellation = default);
}
