using Ledger.Training.Networks;
using Ledger.Training.States;

namespace Ledger.Application.Rebuilds.Forms;

/// <summary>
/// Tensors as a PyTorch module of the same layers holds them: weights [outputs, inputs]; masks one byte a weight, 1 = kept, in the
/// shape of their weight and named <c>fc1.weight_mask</c>, as <c>torch.nn.utils.prune</c> names them.
/// </summary>
internal static class TorchTensors
{
    private const string PackedMask = ".mask";
    private const string Mask = "_mask";
    private const string Velocity = ".velocity";

    /// <summary>The same tensors, transposed.</summary>
    public static IReadOnlyList<SafetensorsEntry> Of(NetworkDescription network, IReadOnlyList<SafetensorsEntry> tensors)
    {
        var parameters = network.Parameters().ToDictionary(static parameter => parameter.Name, StringComparer.Ordinal);
        return [.. tensors.Select(tensor => tensor.Name.EndsWith(PackedMask, StringComparison.Ordinal)
            ? Unpack(parameters[tensor.Name[..^PackedMask.Length]], tensor)
            : Transpose(parameters[tensor.Name.Replace(Velocity, "", StringComparison.Ordinal)], tensor.Name, "F32", sizeof(float), tensor.Data.Span))];
    }

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
        if (parameter.Shape.Rank == 1)
        {
            return new SafetensorsEntry(name, type, [parameter.Size], source.ToArray());
        }

        var (rows, columns) = (parameter.Shape.Rows, parameter.Shape.Columns);
        var target = new byte[source.Length];
        for (var row = 0; row < rows; row++)
        {
            for (var column = 0; column < columns; column++)
            {
                source.Slice(((row * columns) + column) * width, width).CopyTo(target.AsSpan(((column * rows) + row) * width));
            }
        }

        return new SafetensorsEntry(name, type, [columns, rows], target);
    }
}
