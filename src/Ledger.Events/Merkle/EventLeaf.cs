using System.Buffers.Binary;
using System.Text;
using Ledger.Events.Hashing;
using Ledger.Events.Streams;

namespace Ledger.Events.Merkle;

/// <summary>
/// What stands in the tree for one event: <c>ledger-leaf/1</c>, the version, the stream and the alias, each length-prefixed, the
/// event hash, and the SHA-256 of the metadata or zeros (docs/events.md, byte by byte).
/// </summary>
public static class EventLeaf
{
    private static readonly byte[] Domain = "ledger-leaf/1"u8.ToArray();

    /// <summary>The leaf hash of a stored event.</summary>
    public static Digest Of(StoredEvent stored) => Hash(stored.Stream, stored.Version, stored.Alias, stored.Hash, stored.Metadata);

    /// <summary>The leaf hash of an event of which the event hash is known.</summary>
    public static Digest Hash(StreamName stream, long version, string alias, Digest hash, ReadOnlyMemory<byte>? metadata) =>
        Hash(stream, version, alias, hash, metadata is { } bytes ? Digest.Of(bytes.Span) : default);

    /// <summary>The leaf hash of an event of which only the digests are known.</summary>
    /// <param name="stream">The stream it belongs to.</param>
    /// <param name="version">Place in its stream, from 1.</param>
    /// <param name="alias">The stable name of its type.</param>
    /// <param name="hash">Its event hash.</param>
    /// <param name="metadata">SHA-256 of its metadata; zeros if it has none.</param>
    public static Digest Hash(StreamName stream, long version, string alias, Digest hash, Digest metadata)
    {
        var size = Domain.Length + 8 + (2 * 4) + Encoding.UTF8.GetMaxByteCount(stream.Value.Length + alias.Length) + (2 * Digest.Length);
        var buffer = size <= 1024 ? stackalloc byte[1024] : new byte[size];
        Domain.CopyTo(buffer);
        var length = Domain.Length;
        BinaryPrimitives.WriteInt64BigEndian(buffer[length..], version);
        length += 8;
        length += PrefixedText.Write(stream.Value, buffer[length..]);
        length += PrefixedText.Write(alias, buffer[length..]);
        hash.CopyTo(buffer[length..]);
        metadata.CopyTo(buffer[(length + Digest.Length)..]);
        return TreeHash.Leaf(buffer[..(length + (2 * Digest.Length))]);
    }
}
