using System.Buffers.Binary;
using Ledger.Arithmetic;
using Ledger.Training.States;

namespace Ledger.Application.Vectors;

/// <summary>Values as tensors of a vectors file: little-endian, NaN as <c>7FC00000</c>.</summary>
internal static class VectorEntries
{
    private const uint QuietNaN = 0x7FC00000;

    /// <summary>binary32 values.</summary>
    public static SafetensorsEntry Floats(string name, IReadOnlyList<int> shape, ReadOnlySpan<float> values)
    {
        var bytes = new byte[4 * values.Length];
        for (var i = 0; i < values.Length; i++)
        {
            BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(4 * i), float.IsNaN(values[i]) ? QuietNaN : BitConverter.SingleToUInt32Bits(values[i]));
        }

        return new SafetensorsEntry(name, "F32", shape, bytes);
    }

    /// <summary>One binary32 number.</summary>
    public static SafetensorsEntry Number(string name, float value) => Floats(name, [1], [value]);

    /// <summary>An integer of four bytes.</summary>
    public static SafetensorsEntry Number(string name, uint value)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteUInt32LittleEndian(bytes, value);
        return Bytes(name, [4], bytes);
    }

    /// <summary>An integer of eight bytes.</summary>
    public static SafetensorsEntry Number(string name, ulong value)
    {
        var bytes = new byte[8];
        BinaryPrimitives.WriteUInt64LittleEndian(bytes, value);
        return Bytes(name, [8], bytes);
    }

    /// <summary>A fingerprint: its two sums, eight bytes each.</summary>
    public static SafetensorsEntry Number(string name, Fingerprint value)
    {
        var bytes = new byte[16];
        BinaryPrimitives.WriteUInt64LittleEndian(bytes, value.First);
        BinaryPrimitives.WriteUInt64LittleEndian(bytes.AsSpan(8), value.Second);
        return Bytes(name, [2, 8], bytes);
    }

    /// <summary>Bytes as they are.</summary>
    public static SafetensorsEntry Bytes(string name, IReadOnlyList<int> shape, ReadOnlyMemory<byte> bytes) => new(name, "U8", shape, bytes);
}
