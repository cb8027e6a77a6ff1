using Ledger.Arithmetic.Tensors;

namespace Ledger.Arithmetic.Fast;

/// <summary>The bits of a mask behind a pointer, with readable bytes after their end.</summary>
internal readonly unsafe struct PackedMask(byte* bits, int offset, int length)
{
    /// <summary>True if there is no mask.</summary>
    public bool IsAbsent => bits == null;

    /// <summary>The bits from element <paramref name="index"/> on: at least 25.</summary>
    public uint At(int index) => *(uint*)(bits + ((offset + index) >> 3)) >> ((offset + index) & 7);

    /// <summary>The mask of the elements from <paramref name="start"/> on.</summary>
    public MaskBits From(int start) => IsAbsent ? default : new MaskBits(new ReadOnlySpan<byte>(bits, (offset + length + 7) / 8), offset + start);
}
