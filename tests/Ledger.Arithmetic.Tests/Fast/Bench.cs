using Ledger.Arithmetic.Devices;
using Ledger.Arithmetic.Operations;
using Ledger.Arithmetic.Tensors;

namespace Ledger.Arithmetic.Tests.Fast;

/// <summary>Host arrays in, device tensors out, and back.</summary>
internal static class Bench
{
    public static void Do(this IDevice device, Operation operation) => device.Prepare(operation)();

    public static Tensor Put(this IDevice device, Shape shape, ReadOnlySpan<float> values)
    {
        var tensor = device.Allocate(shape);
        device.Write(values, tensor);
        return tensor;
    }

    public static ByteTensor Put(this IDevice device, Shape shape, byte[] bytes) => device.Place(bytes, shape);

    public static IndexTensor Put(this IDevice device, params ReadOnlySpan<int> indices)
    {
        var tensor = device.AllocateIndices(indices.Length);
        device.Write(indices, tensor);
        return tensor;
    }

    /// <summary>A view of seeded bits, about half of them set, that starts at the offset; none if that is negative.</summary>
    public static BitTensor? BitsFrom(this IDevice device, int offset, ulong seed, int length) =>
        offset < 0 ? null : device.PlaceBits(HardValues.DrawMask(seed, length + offset, 4), length + offset).View(offset, length);

    /// <summary>Values that are +0 where the bits of <see cref="BitsFrom"/> are clear, as a masked network's are; those behind the bits stay.</summary>
    public static float[] Kept(float[] values, int offset, ulong seed, int length)
    {
        var mask = offset < 0 ? null : HardValues.DrawMask(seed, length + offset, 4);
        return mask is null ? values : [.. values.Select((value, i) => i >= length || HardValues.Keeps(mask, i + offset) ? value : 0f)];
    }

    public static uint[] Take(this IDevice device, Tensor tensor)
    {
        var values = new float[tensor.Size];
        device.Read(tensor, values);
        return Bits.Of(values);
    }

    /// <summary>The record of the one step that the ring has seen.</summary>
    public static StepRecord Take(this StepRing ring)
    {
        ring.Advance();
        return ring.Drain()[0];
    }
}
