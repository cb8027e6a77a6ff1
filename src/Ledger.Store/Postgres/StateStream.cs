using Ledger.Events.Hashing;
using Ledger.Store.Contract;

namespace Ledger.Store.Postgres;

/// <summary>A stored state, read a piece at a time; between two pieces no connection is held.</summary>
internal sealed class StateStream(PostgresDatabase database, Digest digest, long length) : Stream
{
    private byte[] _piece = [];
    private int _at;
    private int _next;
    private long _position;

    /// <inheritdoc/>
    public override bool CanRead => true;

    /// <inheritdoc/>
    public override bool CanSeek => false;

    /// <inheritdoc/>
    public override bool CanWrite => false;

    /// <inheritdoc/>
    public override long Length => length;

    /// <inheritdoc/>
    public override long Position
    {
        get => _position;
        set => throw new NotSupportedException();
    }

    /// <inheritdoc/>
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (_at == _piece.Length && _position < length)
        {
            _piece = await database.Use(connection => new PostgresStates(database, connection, cancellationToken).Piece(digest, _next), cancellationToken).ConfigureAwait(false) is { Length: > 0 } piece
                ? piece
                : throw new CorruptLedgerException($"{database.Location}: piece {_next} of the state {digest} is missing: it was removed meanwhile, or altered");
            (_at, _next) = (0, _next + 1);
        }

        var count = Math.Min(buffer.Length, _piece.Length - _at);
        _piece.AsMemory(_at, count).CopyTo(buffer);
        _at += count;
        _position += count;
        return count;
    }

    /// <inheritdoc/>
    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    /// <inheritdoc/>
    public override int Read(byte[] buffer, int offset, int count) => ReadAsync(buffer, offset, count, CancellationToken.None).GetAwaiter().GetResult();

    /// <inheritdoc/>
    public override void Flush()
    {
    }

    /// <inheritdoc/>
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void SetLength(long value) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
