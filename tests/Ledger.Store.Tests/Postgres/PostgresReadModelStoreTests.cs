using Ledger.Store.Contract;
using Ledger.Store.Tests.Contract;
using Ledger.Store.Tests.Fixtures;

namespace Ledger.Store.Tests.Postgres;

/// <summary>The contract on PostgreSQL.</summary>
public sealed class PostgresReadModelStoreTests : ReadModelStoreContract
{
    private readonly TestSchema _schema = new();

    /// <inheritdoc/>
    protected override ILedgerStore Open() => _schema.Open();

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        _schema.Dispose();
    }
}
