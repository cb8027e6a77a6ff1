using System.Numerics;
using System.Runtime.CompilerServices;
using Ledger.Arithmetic.Elementary;

namespace Ledger.Arithmetic.Fast.Convolutions;

/// <summary>The sums of some taps between a tile's input channels and a panel's output channels, over all samples.</summary>
/// <typeparam name="T">The lanes of the panel.</typeparam>
internal static unsafe class WeightTiles<T>
    where T : struct, ILanes<T>
{
    private static int TileSize => Tile.MaximumRows * T.Count;

    /// <summary>Computes dw[tap, input, output] of <paramref name="count"/> taps from <paramref name="firstTap"/>, <paramref name="rows"/> inputs and the panel.</summary>
    [SkipLocalsInit]
    public static void Run(WeightSums* sums, float* room, int input, int rows, int output, int firstTap, int count)
    {
        ref readonly var shape = ref sums->Shape;
        var taps = stackalloc WeightTap[count];
        for (var t = 0; t < count; t++)
        {
            taps[t] = new WeightTap(shape, firstTap + t);
        }

        var (blocks, size, height) = (WeightSums.Blocks(shape), count * TileSize, 0);
        for (var block = 1; block <= blocks; block++)
        {
            Block(sums, room + height * size, input, rows, output, taps, count, (block - 1) * PairwiseBlocks.BlockSize);

            // The tree of PairwiseFold: carries of a binary counter, and all that is left at the end.
            for (var merges = block == blocks ? height : BitOperations.TrailingZeroCount(block); merges > 0; merges--)
            {
                height--;
                Merge(room + height * size, room + (height + 1) * size, size);
            }

            height++;
        }

        var columns = Math.Min(T.Count, shape.Outputs - output);
        for (var n = 0; n < count * rows; n++)
        {
            var (tap, row) = (n / rows, n % rows);
            var target = sums->Dw + ((nint)(firstTap + tap) * shape.Inputs + input + row) * shape.Outputs + output;
            new ReadOnlySpan<float>(room + tap * TileSize + row * T.Count, columns).CopyTo(new Span<float>(target, columns));
        }
    }

    // A block's sum starts at +0: the first sample's result, which is no −0, stands for it.
    private static void Block(WeightSums* sums, float* running, int input, int rows, int output, WeightTap* taps, int count, int first)
    {
        ref readonly var shape = ref sums->Shape;
        var (xSample, dySample) = ((nint)shape.InputPositions * shape.Inputs, (nint)shape.OutputPositions * shape.Outputs);
        var tile = new Tile { ARow = 1, AStep = (nint)shape.Stride * shape.Inputs, BStep = shape.Outputs, CRow = T.Count };
        for (var sample = first; sample < Math.Min(first + PairwiseBlocks.BlockSize, shape.Samples); sample++)
        {
            tile.Merges = sample == first ? 0 : 1;
            for (var t = 0; t < count; t++)
            {
                taps[t].Chain(sums->X + sample * xSample + input, sums->Dy + sample * dySample + output, ref tile);
                tile.C = tile.Partial = running + t * TileSize;
                TileKernels<T>.Run(rows, tile);
            }
        }
    }

    private static void Merge(float* older, float* younger, int size)
    {
        for (var n = 0; n < size; n += T.Count)
        {
            T.Store(T.Add(T.Load(older + n), T.Load(younger + n)), older + n);
        }
    }
}
