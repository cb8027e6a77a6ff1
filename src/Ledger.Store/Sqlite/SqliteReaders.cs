using System.Collections.Concurrent;
using Ledger.Events.Hashing;

namespace Ledger.Store.Sqlite;

/// <summary>Connections that only read: as many as read at the same time, kept for the next reader.</summary>
internal sealed class SqliteReaders(SqliteFile file) : IDisposable
{
    private readonly ConcurrentBag<SqliteSession> _idle = [];
    private volatile bool _isDisposed;

    /// <summary>What <paramref name="read"/> finds on a connection that nobody else uses meanwhile.</summary>
    public T Read<T>(Func<SqliteSession, T> read)
    {
        var session = Take();
        try
        {
            return read(session);
        }
        finally
        {
            Give(session);
        }
    }

    /// <summary>A connection that nobody else uses until it is given back.</summary>
    public SqliteSession Take()
    {
        ObjectDisposedException.ThrowIf(_isDisposed, this);
        return _idle.TryTake(out var idle) ? idle : file.Connect();
    }

    /// <summary>Gives a connection back.</summary>
    public void Give(SqliteSession session)
    {
        _idle.Add(session);
        if (_isDisposed)
        {
            Dispose();
        }
    }

    /// <summary>The content of a blob, on a connection of its own until it is closed; null if it is not here.</summary>
    public Stream? OpenBlob(Digest digest)
    {
        var session = Take();
        Stream? content = null;
        try
        {
            return content = new SqliteBlobs(session).Open(digest, isWritable: false, () => Give(session));
        }
        finally
        {
            if (content is null)
            {
                Give(session);
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
