using Ledger.Store.Contract;
using Ledger.Store.Sqlite;

namespace Ledger.Application.Addresses;

/// <summary>Ledger files that addresses name beside the ledger in use: opened for reading, each once, closed together.</summary>
public sealed class OtherLedgers : IDisposable
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, ILedgerStore> _open = [];

    /// <summary>The ledger of a file.</summary>
    /// <exception cref="LedgerNotFoundException">There is no such file.</exception>
    public ILedgerStore Open(string file)
    {
        var path = Path.GetFullPath(file);
        lock (_lock)
        {
            if (!_open.TryGetValue(path, out var store))
            {
                _open.Add(path, store = SqliteLedgerStore.Open(path, OpenMode.ReadOnly));
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
