using System.Buffers.Binary;
using System.Text;
using Ledger.Events.Hashing;

namespace Ledger.Store.Postgres;

/// <summary>Numbers of advisory locks, which a whole database shares: made from what they guard.</summary>
internal static class AdvisoryLock
{
    /// <summary>Who holds it says the next positions.</summary>
    public static long Positions(string schema) => Of($"ledger positions {schema}");

    /// <summary>Who holds it appends to a stream.</summary>
    public static long Stream(string schema, string stream) => Of($"ledger stream {schema} {stream}");

    /// <summary>Who holds it migrates.</summary>
    public static long Migration(string schema) => Of($"ledger migration {schema}");

    /// <summary>Who holds it stores a blob.</summary>
    public static long Blob(string schema, Digest digest) => Of($"ledger blob {schema} {digest}");

    private static long Of(string what)
    {
        Span<byte> digest = stackalloc byte[Digest.Length];
        Digest.Of(Encoding.UTF8.GetBytes(what)).CopyTo(digest);
        return BinaryPrimitives.ReadInt64BigEndian(digest);
    }
}
