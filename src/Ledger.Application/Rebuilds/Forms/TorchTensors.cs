using Ledger.Arithmetic.Tensors;
using Ledger.Training.Networks;
using Ledger.Training.States;

namespace Ledger.Application.Rebuilds.Forms;

/// <summary>
/// Tensors as a PyTorch module of the same layers holds them: weights [outputs, inputs], kernels [outputs, inputs, kernel row, kernel column]; masks one byte a weight, 1 = kept, in the
/// shape of their weight and named <c>fc1.weight_mask</c>, as <c>torch.nn.utils.prune</c> names them.
/// </summary>
internal static class TorchTensors
{
    private const string PackedMask = ".mask";
    private const string Mask = "_mask";

    /// <summary>The same tensors, transposed.</summary>
    public static IReadOnlyList<SafetensorsEntry> Of(NetworkDescription network, IReadOnlyList<SafetensorsEntry> tensors)
    {
        return [.. tensors.Select(tensor => tensor.Name.EndsWith(PackedMask, StringComparison.Ordinal)
            ? Unpack(network.Tensor(tensor.Name[..^PackedMask.Length]), tensor)
            : Transpose(Owner(network, tensor.Name), tensor.Name, "F32", sizeof(float), tensor.Data.Span))];
    }

    /// <summary>The extents there of a tensor of these extents here.</summary>
    public static int[] Extents(Shape shape) => shape.Rank switch
    {
        1 => [shape.Rows],
        2 => [shape.Columns, shape.Rows],
        _ => [shape[3], shape[2], shape[0], shape[1]],
    };

    /// <summary>The tensor that an entry holds, or holds a slot of: <c>fc1.weight</c> of <c>fc1.weight.velocity</c>.</summary>
    private static ParameterTensor Owner(NetworkDescription network, string name) =>
        network.Tensors().FirstOrDefault(tensor => tensor.Name == name) ?? network.Tensor(name[..name.LastIndexOf('.')]);

    private static SafetensorsEntry Unpack(ParameterTensor weight, SafetensorsEntry packed)
    {
        var bits = packed.Data.Span;
        var bytes = new byte[weight.Size];
        for (var i = 0; i < bytes.Length; i++)
        {
            bytes[i] = (byte)(bits[i / 8] >> (i % 8) & 1);
        }

        return Transpose(weight, weight.Name + Mask, "U8", sizeof(byte), bytes);
    }

    private static SafetensorsEntry Transpose(ParameterTensor parameter, string name, string type, int width, ReadOnlySpan<byte> source)
    {
        var (shape, target) = (parameter.Shape, new byte[source.Length]);
        if (shape.Rank == 1)
        {
            source.CopyTo(target);
            return new SafetensorsEntry(name, type, [parameter.Size], target);
        }

        // Both as [taps, inputs, outputs] → [outputs, inputs, taps]; a linear layer has one tap.
        var (inputs, outputs) = shape.Rank == 2 ? (shape.Rows, shape.Columns) : (shape[2], shape[3]);
        var taps = shape.Size / inputs / outputs;
        for (var i = 0; i < shape.Size; i++)
        {
            var (tap, input, output) = (i / outputs / inputs, i / outputs % inputs, i % outputs);
            source.Slice(i * width, width).CopyTo(target.AsSpan(((((output * inputs) + input) * taps) + tap) * width));
        }

        return new SafetensorsEntry(name, type, Extents(shape), target);
    }
}
