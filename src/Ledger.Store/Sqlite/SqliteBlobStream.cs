using SQLitePCL;

namespace Ledger.Store.Sqlite;

/// <summary>The content of one blob, read or written a piece at a time (sqlite.org/c3ref/blob_open.html); its length is that of the row.</summary>
internal sealed class SqliteBlobStream : Stream
{
    private readonly SqliteSession _session;
    private readonly sqlite3_blob _blob;
    private readonly bool _isWritable;
    private readonly Action _closed;
    private int _position;
    private bool _isClosed;

    /// <summary>Opens the content of a row.</summary>
    /// <param name="session">Used by nobody else as long as another thread may read here.</param>
    /// <param name="row">The row's number.</param>
    /// <param name="isWritable">True to write; then a transaction is open.</param>
    /// <param name="closed">What happens to the session afterwards.</param>
    public SqliteBlobStream(SqliteSession session, long row, bool isWritable, Action closed)
    {
        (_session, _isWritable, _closed) = (session, isWritable, closed);
        session.Check(raw.sqlite3_blob_open(session.Handle, "main", "blobs", "content", row, isWritable ? 1 : 0, out _blob));
        Length = raw.sqlite3_blob_bytes(_blob);
    }

    /// <inheritdoc/>
    public override long Length { get; }

    /// <inheritdoc/>
    public override long Position { get => _position; set => throw new NotSupportedException(); }

    /// <inheritdoc/>
    public override bool CanRead => !_isWritable;

    /// <inheritdoc/>
    public override bool CanWrite => _isWritable;

    /// <inheritdoc/>
    public override bool CanSeek => false;

    /// <inheritdoc/>
    public override int Read(Span<byte> buffer)
    {
        ObjectDisposedException.ThrowIf(_isClosed, this);
        var count = (int)Math.Min(buffer.Length, Length - _position);
        _session.Check(raw.sqlite3_blob_read(_blob, buffer[..count], _position));
        _position += count;
        return count;
    }

    /// <inheritdoc/>
    public override void Write(ReadOnlySpan<byte> buffer)
    {
        ObjectDisposedException.ThrowIf(_isClosed, this);
        _session.Check(raw.sqlite3_blob_write(_blob, buffer, _position));
        _position += buffer.Length;
    }

    /// <inheritdoc/>
    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    /// <inheritdoc/>
    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    /// <inheritdoc/>
    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return ValueTask.FromResult(Read(buffer.Span));
    }

    /// <inheritdoc/>
    public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        Write(buffer.Span);
        return ValueTask.CompletedTask;
    }

    /// <inheritdoc/>
    public override void Flush()
    {
    }

    /// <inheritdoc/>
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void SetLength(long value) => throw new NotSupportedException();

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing && !_isClosed)
        {
            _isClosed = true;
            _blob.Dispose();
            _closed();
        }

        base.Dispose(disposing);
    }
}
