using Ledger.Store.Contract;

namespace Ledger.Store.Tests.Contract;

/// <summary>Two views of one empty ledger, opened on first use and closed after the test.</summary>
public abstract class LedgerStoreSuite : IDisposable
{
    private ILedgerStore? _store;
    private ILedgerStore? _second;

    /// <summary>The ledger.</summary>
    protected ILedgerStore Store => _store ??= Open();

    /// <summary>The same ledger as another program would see it.</summary>
    protected ILedgerStore Second => _second ??= Open();

    /// <summary>Ends when the test run is cancelled.</summary>
    protected static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>Opens the test's ledger; each call is another connection to the same one.</summary>
    protected abstract ILedgerStore Open();

    /// <summary>Closes the ledger; the next use opens it again.</summary>
    protected void Reopen()
    {
        _store?.Dispose();
        _store = null;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Closes both views, then removes what the ledger was kept in.</summary>
    protected virtual void Dispose(bool disposing)
    {
        _store?.Dispose();
        _second?.Dispose();
    }
}
