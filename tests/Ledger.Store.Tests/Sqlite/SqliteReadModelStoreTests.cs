using Ledger.Store.Contract;
using Ledger.Store.Sqlite;
using Ledger.Store.Tests.Contract;
using Ledger.Store.Tests.Fixtures;

namespace Ledger.Store.Tests.Sqlite;

/// <summary>The contract on SQLite.</summary>
public sealed class SqliteReadModelStoreTests : ReadModelStoreContract
{
    private readonly TemporaryFolder _folder = new();

    /// <inheritdoc/>
    protected override ILedgerStore Open() => SqliteLedgerStore.Open(_folder.File("a.ledger"), OpenMode.Create);

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        _folder.Dispose();
    }
}
