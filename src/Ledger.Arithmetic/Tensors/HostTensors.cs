namespace Ledger.Arithmetic.Tensors;

/// <summary>Tensors of the host's memory as spans.</summary>
internal static class HostTensors
{
    public static Span<float> Elements(this Tensor tensor) => ((HostMemory)tensor.Memory).Elements.Slice(tensor.Offset, tensor.Size);

    public static ReadOnlySpan<byte> Bytes(this ByteTensor tensor) => ((HostBytes)tensor.Memory).Bytes[..tensor.Shape.Size];

    public static Span<byte> WritableBytes(this ByteTensor tensor) => ((HostBytes)tensor.Memory).Writable[..tensor.Shape.Size];

    public static Span<int> Elements(this IndexTensor tensor) => ((HostIndices)tensor.Memory).Elements;

    public static MaskBits Bits(this BitTensor? mask) =>
        mask is null ? default : new MaskBits(((HostBytes)mask.Memory).Bytes, mask.Offset);

    /// <summary>Share of the elements that a mask keeps.</summary>
    public static double Density(this BitTensor mask)
    {
        var bits = mask.Bits();
        var kept = 0;
        for (var i = 0; i < mask.Length; i++)
        {
            kept += bits.Keeps(i) ? 1 : 0;
        }

        return (double)kept / mask.Length;
    }
}
