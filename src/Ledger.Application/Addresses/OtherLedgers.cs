using Ledger.Store;
using Ledger.Store.Contract;

namespace Ledger.Application.Addresses;

/// <summary>Ledgers that addresses name beside the ledger in use: opened for reading, each once, closed together.</summary>
public sealed class OtherLedgers : IDisposable
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, ILedgerStore> _open = [];

    /// <summary>The ledger of a file or database.</summary>
    /// <exception cref="LedgerNotFoundException">There is none.</exception>
    public ILedgerStore Open(string name)
    {
        var address = StoreAddress.Parse(name);
        var key = address.Path is { } path ? Path.GetFullPath(path) : name;
        lock (_lock)
        {
            if (!_open.TryGetValue(key, out var store))
            {
                _open.Add(key, store = LedgerStores.Open(address, OpenMode.ReadOnly));
            }

            return store;
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var store in _open.Values)
        {
            store.Dispose();
        }
    }
}
