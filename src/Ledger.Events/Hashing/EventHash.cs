using System.Buffers.Binary;
using System.Text;
using Ledger.Events.Streams;

namespace Ledger.Events.Hashing;

/// <summary>
/// The storage integrity of one event: SHA-256 over <c>ledger-event/1</c>, the previous event's hash in the stream (zeros for the
/// first), the version, then stream, alias and stored body, each length-prefixed (docs/events.md, byte by byte). Taken over the
/// stored bytes, before any upcasting.
/// </summary>
public static class EventHash
{
    private static readonly byte[] Domain = "ledger-event/1"u8.ToArray();

    /// <summary>The hash of the event that stands at <paramref name="version"/> of <paramref name="stream"/>.</summary>
    public static Digest Compute(Digest previous, StreamName stream, long version, string alias, ReadOnlySpan<byte> body)
    {
        var size = Domain.Length + Digest.Length + 8 + (3 * 4) + Encoding.UTF8.GetMaxByteCount(stream.Value.Length + alias.Length) + body.Length;
        var rented = size <= 1024 ? null : new byte[size];
        var buffer = rented ?? stackalloc byte[1024];
        Domain.CopyTo(buffer);
        var length = Domain.Length;
        previous.CopyTo(buffer[length..]);
        length += Digest.Length;
        BinaryPrimitives.WriteInt64BigEndian(buffer[length..], version);
        length += 8;
        length += PrefixedText.Write(stream.Value, buffer[length..]);
        length += PrefixedText.Write(alias, buffer[length..]);
        BinaryPrimitives.WriteInt32BigEndian(buffer[length..], body.Length);
        body.CopyTo(buffer[(length + 4)..]);
        length += 4 + body.Length;
        return Digest.Of(buffer[..length]);
    }
}
