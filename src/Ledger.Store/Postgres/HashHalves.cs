using Ledger.Events.Hashing;

namespace Ledger.Store.Postgres;

/// <summary>An event's hash as two columns hold it: its first half is the event's id, its second stands beside its position.</summary>
/// <param name="Id">The first 16 bytes.</param>
/// <param name="End">The last 16 bytes.</param>
internal readonly record struct HashHalves(Guid Id, Guid End)
{
    private const int Half = Digest.Length / 2;

    /// <summary>The halves of a hash.</summary>
    public static HashHalves Of(Digest hash)
    {
        Span<byte> bytes = stackalloc byte[Digest.Length];
        hash.CopyTo(bytes);
        return new HashHalves(new Guid(bytes[..Half], bigEndian: true), new Guid(bytes[Half..], bigEndian: true));
    }

    /// <summary>The hash.</summary>
    public Digest Join()
    {
        Span<byte> bytes = stackalloc byte[Digest.Length];
        Id.TryWriteBytes(bytes, bigEndian: true, out _);
        End.TryWriteBytes(bytes[Half..], bigEndian: true, out _);
        return new Digest(bytes);
    }
}
