using System.Numerics;
using Ledger.Arithmetic.Elementary;
using Ledger.Arithmetic.Operations;

namespace Ledger.Arithmetic.Fast.Convolutions;

/// <summary>
/// A convolution's gradient by its weights. A tile has input channels as rows, output channels as columns, a sample's positions as chain.
/// As many samples as the second-level cache holds pass through all tiles of a thread, which add to the block's sums in memory: measured,
/// 128 channels of 16 × 16 take half the time of whole batches.
/// </summary>
internal unsafe struct WeightSums
{
    // Of a sample: from here on, a tile stores its sums after each sample without losing much.
    private const int FewPositions = 16;

    public ConvolutionShape Shape;
    public float* X, Dy, Dw;

    /// <summary>Sums of the running block, and of those that wait to be folded: <see cref="Size"/>.</summary>
    public float* Sums;

    /// <summary>Input channels of the tallest tile, and samples that stay in the cache.</summary>
    public int Tallest, Chunk;

    /// <summary>True if each thread packs the samples of a chunk into its part of <see cref="Rooms"/>, of <see cref="WeightSources.RoomSize"/>.</summary>
    public bool IsPacked;
    public float* Rooms;

    /// <summary>The gradient of a convolution, without its pointers, for threads with that much cache each.</summary>
    public static WeightSums Of<T>(in ConvolutionShape shape, int cacheBytes)
        where T : struct, ILanes<T>
    {
        var sampleBytes = ((long)shape.InputPositions * shape.Inputs + (long)shape.OutputPositions * shape.Outputs) * sizeof(float);
        var isPacked = shape.OutputPositions <= FewPositions;
        return new WeightSums
        {
            Shape = shape,
            Chunk = (int)Math.Clamp(cacheBytes / sampleBytes, 1, Math.Min(PairwiseBlocks.BlockSize, shape.Samples)),
            Tallest = TileHeight.Tallest(isPacked || shape.Outputs <= T.Count ? Lanes256.Count : T.Count),
            IsPacked = isPacked,
        };
    }

    /// <summary>Elements of the sums of <paramref name="lanes"/>.</summary>
    public readonly nint Size(int lanes) => LevelSize(lanes) * (BitOperations.Log2((uint)Blocks) + 2);

    private readonly int Blocks => (Shape.Samples + PairwiseBlocks.BlockSize - 1) / PairwiseBlocks.BlockSize;

    private readonly int Taps => Shape.Kernel * Shape.Kernel;

    private readonly long Panels(int lanes) => (Shape.Outputs + 2 * lanes - 1) / (2 * lanes);

    private readonly nint LevelSize(int lanes) => (nint)Taps * Shape.Inputs * ((Shape.Outputs + lanes - 1) / lanes * lanes);

    /// <summary>Computes the whole gradient, threads sharing panels, rows and taps.</summary>
    public static void Run<T>(ThreadTeam team, WeightSums sums)
        where T : struct, ILanes<T> =>
        team.Run(&RunPart<T>, &sums);

    private static void RunPart<T>(void* argument, int part, int parts)
        where T : struct, ILanes<T>
    {
        var sums = (WeightSums*)argument;
        var units = sums->Panels(T.Count) * TileHeight.Count(sums->Shape.Inputs, sums->Tallest) * sums->Taps;
        var (first, end) = (units * part / parts, units * (part + 1) / parts);
        if (first < end)
        {
            sums->SumBlocks<T>(first, end, sums->IsPacked ? sums->Rooms + part * WeightSources.RoomSize(*sums, T.Count) : null);
            sums->Write(first, end, T.Count);
        }
    }

    private readonly void SumBlocks<T>(long first, long end, float* room)
        where T : struct, ILanes<T>
    {
        var (level, height) = (LevelSize(T.Count), 0);
        for (var block = 1; block <= Blocks; block++)
        {
            SumBlock<T>(first, end, room, Sums + height * level, (block - 1) * PairwiseBlocks.BlockSize);

            // The tree of PairwiseFold: carries of a binary counter, and all that is left at the end.
            for (var merges = block == Blocks ? height : BitOperations.TrailingZeroCount(block); merges > 0; merges--)
            {
                height--;
                Merge<T>(first, end, Sums + height * level, level);
            }

            height++;
        }
    }

    // A block's sum starts at +0: the first sample's result, which is no −0, may stand for it.
    private readonly void SumBlock<T>(long first, long end, float* room, float* level, int start)
        where T : struct, ILanes<T>
    {
        var last = Math.Min(start + PairwiseBlocks.BlockSize, Shape.Samples);
        for (var sample = start; sample < last; sample += Chunk)
        {
            var count = Math.Min(Chunk, last - sample);
            var sources = new WeightSources(this, sample, count, T.Count, room);
            for (var unit = first; unit < end;)
            {
                var run = RunAt(unit, end, T.Count);
                var tiles = new WeightTiles(this, run, sources, level + run.Offset, count, isFirst: sample == start);
                if (run.Width > T.Count)
                {
                    tiles.Add<TwinLanes<T>>();
                }
                else if (T.Count == Lanes512.Count)
                {
                    tiles.Add<TwinLanes<Lanes256>>();
                }
                else
                {
                    tiles.Add<T>();
                }

                unit += run.Taps;
            }
        }
    }

    private readonly void Merge<T>(long first, long end, float* older, nint level)
        where T : struct, ILanes<T>
    {
        var last = RunAt(end - 1, end, T.Count);
        var stop = last.Offset + last.Rows * last.Width;
        for (var n = RunAt(first, end, T.Count).Offset; n < stop; n += T.Count)
        {
            T.Store(T.Add(T.Load(older + n), T.Load(older + level + n)), older + n);
        }
    }

    private readonly void Write(long first, long end, int lanes)
    {
        for (var unit = first; unit < end;)
        {
            var run = RunAt(unit, end, lanes);
            var columns = Math.Min(run.Width, Shape.Outputs - run.Output);
            for (var n = 0; n < run.Taps * run.Rows; n++)
            {
                var target = Dw + ((nint)(run.Tap + n / run.Rows) * Shape.Inputs + run.Input + n % run.Rows) * Shape.Outputs + run.Output;
                new ReadOnlySpan<float>(Sums + run.Offset + (nint)n * run.Width, columns).CopyTo(new Span<float>(target, columns));
            }

            unit += run.Taps;
        }
    }

    // Units are taps of tiles of panels; a thread takes all of its taps of a tile at once.
    private readonly WeightRun RunAt(long unit, long end, int lanes)
    {
        var heights = TileHeight.Count(Shape.Inputs, Tallest);
        var (tap, height, output) = ((int)(unit % Taps), (int)(unit / Taps % heights), (int)(unit / Taps / heights) * 2 * lanes);
        var (input, rows) = TileHeight.At(height, Shape.Inputs, Tallest);
        var width = Shape.Outputs - output > lanes ? 2 * lanes : lanes;
        var offset = (nint)Taps * Shape.Inputs * output + (nint)width * (Taps * input + tap * rows);
        return new WeightRun(input, rows, output, width, tap, (int)Math.Min(Taps - tap, end - unit), offset);
    }
}
