using Ledger.Arithmetic.Devices;
using Ledger.Arithmetic.Tensors;

namespace Ledger.Arithmetic.Tests.Fast;

/// <summary>Host arrays in, device tensors out, and back.</summary>
internal static class Bench
{
    public static Tensor Put(this IDevice device, Shape shape, ReadOnlySpan<float> values)
    {
        var tensor = device.Allocate(shape);
        device.Write(values, tensor);
        return tensor;
    }

    public static uint[] Take(this IDevice device, Tensor tensor)
    {
        var values = new float[tensor.Size];
        device.Read(tensor, values);
        return Bits.Of(values);
    }
}
