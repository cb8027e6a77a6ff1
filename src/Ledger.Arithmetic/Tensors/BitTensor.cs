namespace Ledger.Arithmetic.Tensors;

/// <summary>One bit per element on a device, 1 = kept: a view into packed bits.</summary>
/// <param name="Memory">Bit i of the memory is bit i mod 8 of byte i div 8.</param>
/// <param name="Offset">First bit.</param>
/// <param name="Length">Number of bits.</param>
public sealed record BitTensor(DeviceMemory Memory, int Offset, int Length)
{
    /// <summary>The <paramref name="length"/> bits that start at <paramref name="offset"/>; shares the memory.</summary>
    public BitTensor View(int offset, int length)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(offset);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(offset + length, Length);
        return new BitTensor(Memory, Offset + offset, length);
    }
}
