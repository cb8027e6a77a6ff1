namespace Ledger.Arithmetic.Tensors;

/// <summary>The bits of a mask in the host's memory; without a mask, every element is kept.</summary>
internal readonly ref struct MaskBits(ReadOnlySpan<byte> bytes, int offset)
{
    /// <summary>Packed bits, least significant first.</summary>
    public ReadOnlySpan<byte> Bytes { get; } = bytes;

    /// <summary>The bit of element 0.</summary>
    public int Offset { get; } = offset;

    /// <summary>True if there is no mask.</summary>
    public bool IsAbsent => Bytes.IsEmpty;

    /// <summary>True if element <paramref name="index"/> is kept.</summary>
    public bool Keeps(int index) => IsAbsent || (Bytes[(Offset + index) >> 3] >> ((Offset + index) & 7) & 1) != 0;
}
