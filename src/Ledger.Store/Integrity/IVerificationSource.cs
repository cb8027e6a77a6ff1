using Ledger.Store.Contract;

namespace Ledger.Store.Integrity;

/// <summary>
/// What a store shows of itself to be checked. All but <see cref="ReadEvents"/> is asked for by one caller at a time and answered from the
/// snapshot that <see cref="Begin"/> took. Whatever cannot be read as what it should be is <see cref="CorruptLedgerException"/>.
/// </summary>
internal interface IVerificationSource : IAsyncDisposable
{
    /// <summary>What is wrong with the store's own structure; asked for before anything else.</summary>
    IAsyncEnumerable<IntegrityFinding> CheckStructure(CancellationToken cancellation);

    /// <summary>Takes the snapshot and says how much there is in it.</summary>
    Task<VerificationExtent> Begin(CancellationToken cancellation);

    /// <summary>The events of a range in order of position, orphans included, in pages; several ranges are read at the same time, each on a connection of its own.</summary>
    IAsyncEnumerable<IReadOnlyList<EventRow>> ReadEvents(PositionRange range, CancellationToken cancellation);

    /// <summary>Every stream.</summary>
    IAsyncEnumerable<StreamHead> ReadStreams(CancellationToken cancellation);

    /// <summary>Every stored entry of the tree above the leaves, in order of level and index.</summary>
    IAsyncEnumerable<TreeRow> ReadTree(CancellationToken cancellation);

    /// <summary>Every blob with the digest of its content, which is read a piece at a time.</summary>
    IAsyncEnumerable<BlobRow> ReadBlobs(CancellationToken cancellation);

    /// <summary>What else the store has to say, for example rows that others wrote into its tables.</summary>
    IAsyncEnumerable<IntegrityFinding> CheckOthers(CancellationToken cancellation);
}
