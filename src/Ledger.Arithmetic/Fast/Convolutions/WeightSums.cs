using System.Numerics;
using Ledger.Arithmetic.Elementary;
using Ledger.Arithmetic.Operations;

namespace Ledger.Arithmetic.Fast.Convolutions;

/// <summary>
/// A convolution's gradient by its weights. A tile has input channels as rows, output channels as columns, a sample's positions as chain;
/// all taps of a tile pass over one sample while its channels are in the cache, and add to the block's sums.
/// </summary>
internal unsafe struct WeightSums
{
    public ConvolutionShape Shape;
    public float* X, Dy, Dw;

    /// <summary>Room of each thread: <see cref="RoomSize"/>.</summary>
    public float* Rooms;

    /// <summary>Elements of a thread's room: the taps' tiles of the running block, and of those that wait to be folded.</summary>
    public static nint RoomSize(in ConvolutionShape shape, int lanes) =>
        (nint)shape.Kernel * shape.Kernel * Tile.MaximumRows * 2 * lanes * (BitOperations.Log2((uint)Blocks(shape)) + 2);

    /// <summary>Blocks of samples.</summary>
    public static int Blocks(in ConvolutionShape shape) => (shape.Samples + PairwiseBlocks.BlockSize - 1) / PairwiseBlocks.BlockSize;

    /// <summary>Computes the whole gradient, threads sharing panels, rows and taps.</summary>
    public static void Run<T>(ThreadTeam team, WeightSums sums)
        where T : struct, ILanes<T> =>
        team.Run(&RunPart<T>, &sums);

    private static void RunPart<T>(void* argument, int part, int parts)
        where T : struct, ILanes<T>
    {
        var sums = (WeightSums*)argument;
        var shape = sums->Shape;
        var (tallest, taps) = (TileHeight.Tallest(shape.Outputs > T.Count ? T.Count : Lanes256.Count), shape.Kernel * shape.Kernel);
        var heights = TileHeight.Count(shape.Inputs, tallest);
        var units = (long)((shape.Outputs + 2 * T.Count - 1) / (2 * T.Count)) * heights * taps;
        var room = sums->Rooms + part * RoomSize(shape, T.Count);
        var end = units * (part + 1) / parts;
        for (var unit = units * part / parts; unit < end;)
        {
            var (tap, height, panel) = ((int)(unit % taps), (int)(unit / taps % heights), (int)(unit / taps / heights));
            var count = (int)Math.Min(taps - tap, end - unit);
            var (input, rows) = TileHeight.At(height, shape.Inputs, tallest);
            var output = panel * 2 * T.Count;
            if (shape.Outputs - output > T.Count)
            {
                WeightTiles<TwinLanes<T>>.Run(sums, room, input, rows, output, tap, count);
            }
            else if (T.Count == Lanes512.Count)
            {
                WeightTiles<TwinLanes<Lanes256>>.Run(sums, room, input, rows, output, tap, count);
            }
            else
            {
                WeightTiles<T>.Run(sums, room, input, rows, output, tap, count);
            }

            unit += count;
        }
    }
}
