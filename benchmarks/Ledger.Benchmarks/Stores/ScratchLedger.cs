using Ledger.Store;
using Ledger.Store.Contract;

namespace Ledger.Benchmarks.Stores;

/// <summary>A ledger for one measurement.</summary>
/// <param name="Address">Where it is.</param>
/// <param name="Remove">Takes it away.</param>
internal sealed record ScratchLedger(StoreAddress Address, Action Remove) : IDisposable
{
    /// <summary>A connection of its own.</summary>
    public ILedgerStore Open() => LedgerStores.Open(Address, OpenMode.Create);

    public void Dispose() => Remove();
}
