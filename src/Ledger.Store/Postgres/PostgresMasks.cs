using System.IO.Compression;
using Ledger.Events.Hashing;
using Ledger.Store.Contract;
using Npgsql;

namespace Ledger.Store.Postgres;

/// <summary>Masks on one connection: one row each, deflated where that is shorter.</summary>
internal sealed class PostgresMasks(PostgresDatabase database, NpgsqlConnection connection, CancellationToken cancellation)
{
    private const short Plain = 0;
    private const short Deflated = 1;

    /// <summary>Stores a mask that is not there.</summary>
    public Task<int> Add(Digest digest, byte[] content)
    {
        var deflated = Deflate(content);
        var (codec, stored) = deflated.Length < content.Length ? (Deflated, deflated) : (Plain, content);
        return connection.Command("INSERT INTO ledger_masks(digest, codec, length, content) VALUES($1, $2, $3, $4)", digest.ToBytes(), codec, (long)content.Length, stored).Execute(cancellation);
    }

    /// <summary>The content of a mask, or null.</summary>
    /// <exception cref="CorruptLedgerException">It cannot be unpacked.</exception>
    public async Task<byte[]?> Content(Digest digest)
    {
        var rows = await connection.Command("SELECT codec, content, length FROM ledger_masks WHERE digest = $1", digest.ToBytes())
            .Rows(static row => (Codec: row.GetInt16(0), Stored: row.GetFieldValue<byte[]>(1), Length: row.GetInt64(2)), cancellation).ConfigureAwait(false);
        return rows is [var mask] ? Unpack(digest, mask.Codec, mask.Stored, mask.Length) : null;
    }

    private byte[] Unpack(Digest digest, short codec, byte[] stored, long length) => codec switch
    {
        Plain => stored,
        Deflated => Inflate(digest, stored, length),
        _ => throw new CorruptLedgerException($"{database.Location}: the mask {digest} is packed as {codec}, which no version of ledger does; restore it from a copy"),
    };

    private byte[] Inflate(Digest digest, byte[] stored, long length)
    {
        try
        {
            using var content = new MemoryStream();
            using (var inflating = new DeflateStream(new MemoryStream(stored), CompressionMode.Decompress))
            {
                inflating.CopyTo(content);
            }

            return content.Length == length
                ? content.ToArray()
                : throw new CorruptLedgerException($"{database.Location}: the mask {digest} has {content.Length} bytes, its row says {length}; restore it from a copy");
        }
        catch (InvalidDataException exception)
        {
            throw new CorruptLedgerException($"{database.Location}: the mask {digest} cannot be unpacked; restore it from a copy", exception);
        }
    }

    private static byte[] Deflate(byte[] content)
    {
        using var packed = new MemoryStream();
        using (var deflating = new DeflateStream(packed, CompressionLevel.Optimal, leaveOpen: true))
        {
            deflating.Write(content);
        }

        return packed.ToArray();
    }
}
