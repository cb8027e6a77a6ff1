using Ledger.Arithmetic.Elementary;
using Ledger.Arithmetic.Operations;

namespace Ledger.Arithmetic.Reference;

/// <summary>The gradient of a bias that every position of a map shares; a linear layer has one.</summary>
internal static class MapBias
{
    /// <summary>dbias[c]: per sample plain additions over ascending positions from +0; these summed over samples in blocks of 32, folded pairwise.</summary>
    public static void Gradient(MapShape shape, ReadOnlySpan<float> dy, Span<float> dbias)
    {
        Span<float> stack = stackalloc float[PairwiseBlocks.MaximumDepth];
        for (var c = 0; c < shape.Channels; c++)
        {
            var fold = new SampleFold(stack);
            for (var b = 0; b < shape.Samples; b++)
            {
                fold.Add(PositionSum(shape, dy[(b * shape.SampleSize)..], c));
            }

            dbias[c] = fold.Total();
        }
    }

    /// <summary>The plain sum of channel <paramref name="c"/> over the positions of the first sample, from +0.</summary>
    public static float PositionSum(MapShape shape, ReadOnlySpan<float> map, int c)
    {
        var sum = 0f;
        for (var p = 0; p < shape.Positions; p++)
        {
            sum += map[p * shape.Channels + c];
        }

        return sum;
    }
}
