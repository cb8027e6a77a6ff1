using Ledger.Store.Contract;

namespace Ledger.Store.Sqlite;

/// <summary>The one connection that writes; other processes are kept out by BEGIN IMMEDIATE, other threads by a gate.</summary>
internal sealed class SqliteWriter(SqliteFile file) : IDisposable
{
    private readonly SemaphoreSlim _gate = new(1);
    private SqliteSession? _session;
    private bool _isDisposed;

    /// <summary>Does <paramref name="work"/> in one transaction, durable when this returns.</summary>
    /// <exception cref="StoreWriteException">The ledger was opened to be read, or cannot be written.</exception>
    /// <exception cref="StoreUnreachableException">Another process wrote for longer than the lock timeout.</exception>
    public Task<T> Write<T>(Func<SqliteSession, T> work, CancellationToken cancellation) =>
        Alone(session => InTransaction(session, () => Task.FromResult(work(session)), cancellation), cancellation);

    /// <summary>Does <paramref name="work"/>, which may wait for others, in one transaction; other writers wait as long.</summary>
    public Task Write(Func<SqliteSession, Task> work, CancellationToken cancellation) => Alone(
        session => InTransaction(
            session,
            async () =>
            {
                await work(session).ConfigureAwait(false);
                return true;
            },
            cancellation),
        cancellation);

    /// <summary>Does what is no part of a transaction, with no writer beside it in this process.</summary>
    /// <exception cref="StoreWriteException">The ledger was opened to be read, or cannot be written.</exception>
    public async Task<T> Alone<T>(Func<SqliteSession, Task<T>> work, CancellationToken cancellation)
    {
        if (file.IsReadOnly)
        {
            throw new StoreWriteException($"{file.Path} was opened to be read only");
        }

        await _gate.WaitAsync(cancellation).ConfigureAwait(false);
        try
        {
            ObjectDisposedException.ThrowIf(_isDisposed, this);
            return await work(_session ??= file.Connect()).ConfigureAwait(false);
        }
        finally
        {
            _gate.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _gate.Wait();
        _isDisposed = true;
        _session?.Dispose();
        _session = null;
        _gate.Release();
    }

    private static async Task<T> InTransaction<T>(SqliteSession session, Func<Task<T>> work, CancellationToken cancellation)
    {
        session.Prepare("BEGIN IMMEDIATE").Execute();
        try
        {
            var result = await work().ConfigureAwait(false);
            cancellation.ThrowIfCancellationRequested();
            session.Prepare("COMMIT").Execute();
            return result;
        }
        finally
        {
            // Some errors, a full disk among them, have rolled back already.
            if (!session.IsIdle)
            {
                session.Execute("ROLLBACK");
            }
        }
    }
}
