using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using System.Text.Json;
using Ledger.Events.Canonical;
using Ledger.Events.Hashing;

namespace Ledger.Application.Rebuilds.Compact;

/// <summary>
/// The file of a compact ticket: the line <c>ledger-compact/1 DIGEST</c>, the SHA-256 of all bytes after it; then in zlib form
/// (RFC 1950) the length of a header (4 bytes, little-endian), the header as canonical JSON, and the masks' files one after the other.
/// </summary>
public static class CompactFile
{
    /// <summary>How such files end.</summary>
    public const string Extension = ".compact";

    private const string Format = "ledger-compact/1 ";

    private static readonly int FirstLine = Format.Length + (2 * Digest.Length) + 1;

    // More than any header or mask of a network that can be trained here.
    private const int Largest = 1 << 30;

    /// <summary>The file.</summary>
    public static byte[] Write(CompactTicket ticket)
    {
        var header = CanonicalJson.Serialize(new Header(ticket.Provenance, [.. ticket.Steps.Select(CompactStep.Of)], [.. ticket.Masks.Select(static mask => new Part(mask.Digest, mask.File.Length))]));
        using var content = new MemoryStream();
        using (var packed = new ZLibStream(content, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            Span<byte> length = stackalloc byte[sizeof(int)];
            BinaryPrimitives.WriteInt32LittleEndian(length, header.Length);
            packed.Write(length);
            packed.Write(header);
            foreach (var (_, mask) in ticket.Masks)
            {
                packed.Write(mask);
            }
        }

        return [.. Line(content.ToArray()), .. content.ToArray()];
    }

    /// <summary>What a file holds; each mask has its digest.</summary>
    /// <exception cref="MalformedCompactException">The file is cut or damaged, or no compact ticket of this version.</exception>
    public static CompactTicket Read(byte[] file)
    {
        if (!file.AsSpan().StartsWith(Encoding.ASCII.GetBytes(Format)))
        {
            throw new MalformedCompactException($"it does not begin with '{Format.TrimEnd()}'");
        }

        if (file.Length < FirstLine || !file.AsSpan(0, FirstLine).SequenceEqual(Line(file.AsSpan(FirstLine))))
        {
            throw new MalformedCompactException("it is cut or damaged: its content does not have the digest of its first line");
        }

        try
        {
            using var packed = new ZLibStream(new MemoryStream(file, FirstLine, file.Length - FirstLine), CompressionMode.Decompress);
            var header = CanonicalJson.Deserialize<Header>(Take(packed, BinaryPrimitives.ReadInt32LittleEndian(Take(packed, sizeof(int)))));
            return new CompactTicket(header.Provenance, [.. header.Steps.Select(static step => step.ToPlanned())], [.. header.Masks.Select(part => (part.Digest, Mask(packed, part)))]);
        }
        catch (Exception exception) when (exception is JsonException or EndOfStreamException or InvalidDataException)
        {
            throw new MalformedCompactException($"it was not written by ledger: {exception.Message}", exception);
        }
    }

    private static byte[] Line(ReadOnlySpan<byte> content) => Encoding.ASCII.GetBytes($"{Format}{Digest.Of(content)}\n");

    private static byte[] Mask(ZLibStream packed, Part part)
    {
        var mask = Take(packed, part.Length);
        return Digest.Of(mask) == part.Digest ? mask : throw new InvalidDataException($"mask {part.Digest} has digest {Digest.Of(mask)}");
    }

    private static byte[] Take(ZLibStream packed, int length)
    {
        if (length is < 0 or > Largest)
        {
            throw new InvalidDataException($"a part of {length} bytes cannot be");
        }

        var part = new byte[length];
        packed.ReadExactly(part);
        return part;
    }

    private sealed record Header(TicketProvenance Provenance, IReadOnlyList<CompactStep> Steps, IReadOnlyList<Part> Masks);

    private sealed record Part(Digest Digest, int Length);
}
