using Ledger.Events.Hashing;
using Ledger.Events.Streams;
using Ledger.Store.Contract;

namespace Ledger.Application.Materials;

/// <summary>Everything that the ledger stores.</summary>
internal sealed class StoredMaterials(ILedgerStore store) : IStartingPoints
{
    /// <inheritdoc/>
    public Task<bool> Has(Digest output, CancellationToken cancellation) => store.Has(output, cancellation);

    /// <inheritdoc/>
    public Task<CachedState?> Nearest(StreamName trajectory, int step, CancellationToken cancellation) => store.Nearest(trajectory, step, cancellation);
}
