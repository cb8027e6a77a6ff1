using System.Buffers;
using System.Buffers.Binary;
using System.Text.Json;

namespace Ledger.Training.States;

/// <summary>
/// Files in safetensors form, canonical: tensors in the order given, without gaps or metadata, the header without white space but
/// for the blanks that pad it to a multiple of 8 bytes. Equal tensors give equal files.
/// </summary>
public static class Safetensors
{
    private const int LargestHeader = 100_000_000;

    /// <summary>The file of some tensors.</summary>
    public static byte[] Write(IReadOnlyList<SafetensorsEntry> entries)
    {
        var head = Head(entries.Select(static entry => (entry, (long)entry.Data.Length)));
        var file = new byte[head.Length + entries.Sum(static entry => entry.Data.Length)];
        head.CopyTo(file, 0);
        var offset = head.Length;
        foreach (var entry in entries)
        {
            entry.Data.CopyTo(file.AsMemory(offset));
            offset += entry.Data.Length;
        }

        return file;
    }

    /// <summary>The tensors of a canonical file, in file order; their data are slices of <paramref name="file"/>.</summary>
    /// <exception cref="InvalidDataException">The file is cut, damaged, or not in canonical form.</exception>
    public static IReadOnlyList<SafetensorsEntry> Read(ReadOnlyMemory<byte> file)
    {
        var entries = ReadUnchecked(file);
        return Write(entries).AsSpan().SequenceEqual(file.Span)
            ? entries
            : throw new InvalidDataException("the safetensors file is not in canonical form");
    }

    /// <summary>The tensors of a file whose digest vouches for its form; their data are slices of <paramref name="file"/>.</summary>
    /// <exception cref="InvalidDataException">The file is cut or damaged.</exception>
    public static IReadOnlyList<SafetensorsEntry> ReadUnchecked(ReadOnlyMemory<byte> file)
    {
        try
        {
            var length = BinaryPrimitives.ReadInt64LittleEndian(file.Span);
            if (length is < 2 or > LargestHeader || length > file.Length - 8)
            {
                throw new InvalidDataException($"a safetensors header cannot be {length} bytes in a file of {file.Length}");
            }

            using var header = JsonDocument.Parse(file.Slice(8, (int)length), new JsonDocumentOptions { AllowDuplicateProperties = false });
            var data = file[(8 + (int)length)..];
            return [.. header.RootElement.EnumerateObject().Select(member => Entry(member, data))];
        }
        catch (Exception exception) when (exception is JsonException or ArgumentException or KeyNotFoundException or InvalidOperationException or FormatException or IndexOutOfRangeException or OverflowException)
        {
            throw new InvalidDataException($"not a safetensors file: {exception.Message}", exception);
        }
    }

    /// <summary>Everything before the data of some tensors: the header's length, the header, blanks.</summary>
    internal static byte[] Head(IEnumerable<(SafetensorsEntry Entry, long Length)> entries)
    {
        var header = Header(entries);
        var padded = (header.Length + 7) / 8 * 8;
        var head = new byte[8 + padded];
        BinaryPrimitives.WriteInt64LittleEndian(head, padded);
        header.CopyTo(head.AsSpan(8));
        head.AsSpan(8 + header.Length).Fill((byte)' ');
        return head;
    }

    private static SafetensorsEntry Entry(JsonProperty member, ReadOnlyMemory<byte> data)
    {
        var offsets = member.Value.GetProperty("data_offsets");
        var (first, end) = (offsets[0].GetInt32(), offsets[1].GetInt32());
        var type = member.Value.GetProperty("dtype").GetString();
        int[] shape = [.. member.Value.GetProperty("shape").EnumerateArray().Select(static extent => checked((int)extent.GetUInt32()))];
        var size = shape.Aggregate(Width(member.Name, type), static (product, extent) => checked(product * extent));
        return end - first == size
            ? new SafetensorsEntry(member.Name, type!, shape, data[first..end])
            : throw new InvalidDataException($"{member.Name} holds {end - first} bytes, its shape wants {size}");
    }

    private static int Width(string name, string? type) => type switch
    {
        "F32" => 4,
        "U8" => 1,
        _ => throw new InvalidDataException($"{name} holds elements of type '{type}', wanted F32 or U8"),
    };

    private static byte[] Header(IEnumerable<(SafetensorsEntry Entry, long Length)> entries)
    {
        var output = new ArrayBufferWriter<byte>();
        using var writer = new Utf8JsonWriter(output);
        writer.WriteStartObject();
        var offset = 0L;
        foreach (var (entry, length) in entries)
        {
            writer.WriteStartObject(entry.Name);
            writer.WriteString("dtype", entry.Type);
            writer.WriteStartArray("shape");
            foreach (var extent in entry.Shape)
            {
                writer.WriteNumberValue(extent);
            }

            writer.WriteEndArray();
            writer.WriteStartArray("data_offsets");
            writer.WriteNumberValue(offset);
            writer.WriteNumberValue(offset += length);
            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        writer.WriteEndObject();
        writer.Flush();
        return output.WrittenSpan.ToArray();
    }
}
