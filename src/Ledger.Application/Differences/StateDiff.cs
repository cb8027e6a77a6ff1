using Ledger.Training.Networks;
using Ledger.Training.States;

namespace Ledger.Application.Differences;

/// <summary>Two states side by side, on the weights that both masks keep.</summary>
/// <param name="IsSame">True if both are one state: then nothing was measured.</param>
/// <param name="All">All tensors together; null if nothing was measured.</param>
/// <param name="Tensors">Each tensor that is not equal in every bit.</param>
/// <param name="EqualTensors">Tensors that are equal in every bit.</param>
public sealed record StateDiff(bool IsSame, WeightDistance? All, IReadOnlyList<TensorDistance> Tensors, IReadOnlyList<string> EqualTensors)
{
    /// <summary>One state on both sides.</summary>
    public static StateDiff Same { get; } = new(true, null, [], []);

    /// <summary>Compares two states of one network, all their values.</summary>
    internal static StateDiff Of(NetworkDescription network, float[] a, WeightMask maskA, float[] b, WeightMask maskB)
    {
        var all = new WeightTally();
        var layer = 0;
        var tensors = new List<TensorDistance>();
        foreach (var parameter in network.Tensors())
        {
            var tally = parameter.IsPrunable ? Weights(parameter, layer, a, maskA, b, maskB) : Biases(parameter, a, b);
            layer += parameter.IsPrunable ? 1 : 0;
            all.Add(tally);
            tensors.Add(new TensorDistance(parameter.Name, tally.Distance));
        }

        return new StateDiff(
            IsSame: false,
            all.Distance,
            [.. tensors.Where(static tensor => !tensor.IsEqual)],
            [.. tensors.Where(static tensor => tensor.IsEqual).Select(static tensor => tensor.Tensor)]);
    }

    private static WeightTally Weights(ParameterTensor parameter, int layer, float[] a, WeightMask maskA, float[] b, WeightMask maskB)
    {
        var tally = new WeightTally();
        var (keptA, keptB) = (maskA.Layers[layer], maskB.Layers[layer]);
        for (var i = 0; i < parameter.Size; i++)
        {
            if (((keptA[i / 8] & keptB[i / 8]) >> (i % 8) & 1) != 0)
            {
                tally.Add(a[parameter.Offset + i], b[parameter.Offset + i]);
            }
        }

        return tally;
    }

    private static WeightTally Biases(ParameterTensor parameter, float[] a, float[] b)
    {
        var tally = new WeightTally();
        for (var i = parameter.Offset; i < parameter.End; i++)
        {
            tally.Add(a[i], b[i]);
        }

        return tally;
    }
}

/// <summary>One tensor of two states.</summary>
/// <param name="Tensor">Its name.</param>
/// <param name="Distance">How far the two are apart.</param>
public sealed record TensorDistance(string Tensor, WeightDistance Distance)
{
    /// <summary>True if all bits are equal.</summary>
    public bool IsEqual => Distance.Shared == Distance.EqualBits;
}
