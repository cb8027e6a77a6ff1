using System.Collections.Concurrent;

namespace Ledger.Store.Sqlite;

/// <summary>Connections that only read: as many as read at the same time, kept for the next reader.</summary>
internal sealed class SqliteReaders(SqliteFile file) : IDisposable
{
    private readonly ConcurrentBag<SqliteSession> _idle = [];
    private volatile bool _isDisposed;

    /// <summary>What <paramref name="read"/> finds on a connection that nobody else uses meanwhile.</summary>
    public T Read<T>(Func<SqliteSession, T> read)
    {
        ObjectDisposedException.ThrowIf(_isDisposed, this);
        var session = _idle.TryTake(out var idle) ? idle : file.Connect();
        try
        {
            return read(session);
        }
        finally
        {
            _idle.Add(session);
            if (_isDisposed)
            {
                Dispose();
            }
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _isDisposed = true;
        while (_idle.TryTake(out var session))
        {
            session.Dispose();
        }
    }
}
