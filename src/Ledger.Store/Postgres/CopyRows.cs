using System.Buffers.Binary;
using Npgsql;

namespace Ledger.Store.Postgres;

/// <summary>
/// Rows in PostgreSQL's binary COPY format (manual, COPY, "Binary Format"), written without a boxed value: of a small event this costs a
/// tenth of what an importer with typed columns does.
/// </summary>
internal sealed class CopyRows : IAsyncDisposable
{
    // The server works on what was sent while the next rows are made.
    private const int FlushAt = 1 << 13;
    private const byte JsonbVersion = 1;

    private static readonly byte[] Header = [.. "PGCOPY\n"u8, 0xFF, .. "\r\n\0"u8, 0, 0, 0, 0, 0, 0, 0, 0];

    private readonly NpgsqlRawCopyStream _copy;
    private byte[] _buffer = new byte[FlushAt + 4096];
    private int _length;
    private bool _isComplete;

    private CopyRows(NpgsqlRawCopyStream copy)
    {
        _copy = copy;
        Append(Header);
    }

    /// <summary>Begins a COPY of a table's columns.</summary>
    public static async Task<CopyRows> Begin(NpgsqlConnection connection, string target, CancellationToken cancellation) =>
        new(await connection.BeginRawBinaryCopyAsync($"COPY {target} FROM STDIN (FORMAT binary)", cancellation).ConfigureAwait(false));

    /// <summary>Begins a row.</summary>
    public CopyRows Row(short columns)
    {
        BinaryPrimitives.WriteInt16BigEndian(Space(2), columns);
        return this;
    }

    /// <summary>A bigint, or a timestamp in microseconds since 2000.</summary>
    public CopyRows Add(long value)
    {
        Prefix(8);
        BinaryPrimitives.WriteInt64BigEndian(Space(8), value);
        return this;
    }

    /// <summary>A uuid.</summary>
    public CopyRows Add(Guid value)
    {
        Prefix(16);
        value.TryWriteBytes(Space(16), bigEndian: true, out _);
        return this;
    }

    /// <summary>Text that is UTF-8 already, or bytes.</summary>
    public CopyRows Add(ReadOnlySpan<byte> bytes)
    {
        Prefix(bytes.Length);
        Append(bytes);
        return this;
    }

    /// <summary>A jsonb from its text.</summary>
    public CopyRows AddJson(ReadOnlySpan<byte> json)
    {
        Prefix(1 + json.Length);
        Space(1)[0] = JsonbVersion;
        Append(json);
        return this;
    }

    /// <summary>Sends what has gathered, when it is worth it.</summary>
    public ValueTask Send(CancellationToken cancellation) => _length < FlushAt ? ValueTask.CompletedTask : Flush(cancellation);

    /// <summary>Ends the COPY; the rows are in the table.</summary>
    public async Task Complete(CancellationToken cancellation)
    {
        Row(-1);
        await Flush(cancellation).ConfigureAwait(false);
        _isComplete = true;
        await _copy.DisposeAsync().ConfigureAwait(false);
    }

    /// <summary>Gives the COPY up, unless it is complete.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_isComplete)
        {
            return;
        }

        try
        {
            await _copy.CancelAsync().ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is NpgsqlException or IOException or ObjectDisposedException)
        {
            // The connection is gone, and the COPY with it; what went wrong first is on its way.
        }
    }

    private void Prefix(int length) => BinaryPrimitives.WriteInt32BigEndian(Space(4), length);

    private void Append(ReadOnlySpan<byte> bytes) => bytes.CopyTo(Space(bytes.Length));

    private Span<byte> Space(int length)
    {
        if (_length + length > _buffer.Length)
        {
            Array.Resize(ref _buffer, Math.Max(2 * _buffer.Length, _length + length));
        }

        _length += length;
        return _buffer.AsSpan(_length - length, length);
    }

    private async ValueTask Flush(CancellationToken cancellation)
    {
        await _copy.WriteAsync(_buffer.AsMemory(0, _length), cancellation).ConfigureAwait(false);
        _length = 0;
    }
}
