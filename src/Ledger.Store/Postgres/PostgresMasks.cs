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
        return rows is [var mask]
            ? TryUnpack(mask.Codec, mask.Stored, mask.Length) ?? throw new CorruptLedgerException($"{database.Location}: the mask {digest} cannot be unpacked; restore it from a copy")
            : null;
    }

    /// <summary>The content of a mask's row, or null if it cannot be unpacked or has another length.</summary>
    public static byte[]? TryUnpack(short codec, byte[] stored, long length)
    {
        try
        {
            var content = codec switch { Plain => stored, Deflated => Inflate(stored), _ => null };
            return content?.Length == length ? content : null;
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }

    private static byte[] Inflate(byte[] stored)
    {
        using var content = new MemoryStream();
        using var inflating = new DeflateStream(new MemoryStream(stored), CompressionMode.Decompress);
        inflating.CopyTo(content);
        return content.ToArray();
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
