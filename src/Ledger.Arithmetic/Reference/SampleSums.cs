using Ledger.Arithmetic.Devices;
using Ledger.Arithmetic.Elementary;
using Ledger.Arithmetic.Tensors;

namespace Ledger.Arithmetic.Reference;

/// <summary>The gradient of a linear layer's weights, a sum over samples: blocks of 32, folded pairwise.</summary>
internal static class SampleSums
{
    /// <summary>dw[I, O] = xᵀ · dy: per block one fma chain over ascending samples from +0, then + (+0). Masked entries become +0.</summary>
    public static void Weights(LinearShape shape, ReadOnlySpan<float> x, ReadOnlySpan<float> dy, MaskBits mask, Span<float> dw)
    {
        for (var i = 0; i < shape.Inputs; i++)
        {
            for (var o = 0; o < shape.Outputs; o++)
            {
                var weight = i * shape.Outputs + o;
                dw[weight] = mask.Keeps(weight) ? Weight(shape, x, dy, i, o) : 0f;
            }
        }
    }

    private static float Weight(LinearShape shape, ReadOnlySpan<float> x, ReadOnlySpan<float> dy, int i, int o)
    {
        var fold = new PairwiseFold(stackalloc float[PairwiseBlocks.MaximumDepth]);
        for (var start = 0; start < shape.Samples; start += PairwiseBlocks.BlockSize)
        {
            var sum = 0f;
            for (var b = start; b < Math.Min(start + PairwiseBlocks.BlockSize, shape.Samples); b++)
            {
                sum = ExactFma.Of(x[b * shape.Inputs + i], dy[b * shape.Outputs + o], sum);
            }

            fold.Add(sum + 0f);
        }

        return fold.Total();
    }
}
