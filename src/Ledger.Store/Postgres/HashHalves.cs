using Ledger.Events.Hashing;

namespace Ledger.Store.Postgres;

/// <summary>An event's hash as two columns hold it: its first half is the event's id, its second stands beside its position.</summary>
internal static class HashHalves
{
    /// <summary>Bytes of a half.</summary>
    public const int Length = Digest.Length / 2;

    /// <summary>The first half of a hash.</summary>
    public static Guid Id(Digest hash)
    {
        Span<byte> bytes = stackalloc byte[Digest.Length];
        hash.CopyTo(bytes);
        return new Guid(bytes[..Length], bigEndian: true);
    }

    /// <summary>Writes the second half of a hash.</summary>
    public static void CopyEnd(Digest hash, Span<byte> end)
    {
        Span<byte> bytes = stackalloc byte[Digest.Length];
        hash.CopyTo(bytes);
        bytes[Length..].CopyTo(end);
    }

    /// <summary>The hash of two halves.</summary>
    public static Digest Join(Guid id, ReadOnlySpan<byte> end)
    {
        Span<byte> bytes = stackalloc byte[Digest.Length];
        id.TryWriteBytes(bytes, bigEndian: true, out _);
        end.CopyTo(bytes[Length..]);
        return new Digest(bytes);
    }
}
