using System.Buffers.Binary;
using System.Text;

namespace Ledger.Events.Hashing;

/// <summary>Text in what is hashed: the length of its UTF-8 bytes in four bytes, big-endian, then the bytes, so that no two texts run together.</summary>
internal static class PrefixedText
{
    /// <summary>Writes it to the front of <paramref name="target"/>; how many bytes that took.</summary>
    public static int Write(string text, Span<byte> target)
    {
        var length = Encoding.UTF8.GetBytes(text, target[4..]);
        BinaryPrimitives.WriteInt32BigEndian(target, length);
        return 4 + length;
    }
}
