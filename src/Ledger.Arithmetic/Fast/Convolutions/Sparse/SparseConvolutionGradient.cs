using Ledger.Arithmetic.Elementary;
using Ledger.Arithmetic.Operations;
using Ledger.Arithmetic.Tensors;

namespace Ledger.Arithmetic.Fast.Convolutions.Sparse;

/// <summary>
/// A masked convolution's gradient by the weights, of kept weights alone: vectors across samples, a chain per weight along the
/// positions, then the sum over samples. The bits of <see cref="Reference.Convolutions"/>; masked entries stay as they are.
/// </summary>
/// <remarks>The mask is read once, at construction; calls allocate nothing. One call at a time.</remarks>
/// <typeparam name="T">The lanes.</typeparam>
internal sealed unsafe class SparseConvolutionGradient<T>
    where T : struct, ILanes<T>
{
    private readonly ThreadTeam _team;
    private readonly ScratchMemory _room;
    private readonly KeptTaps _taps;
    private readonly RowLayout _dy;
    private readonly ConvolutionShape _shape;

    /// <summary>A gradient of samples of <paramref name="shape"/>; <paramref name="room"/> may be shared with operations of the same team.</summary>
    public SparseConvolutionGradient(in ConvolutionShape shape, MaskBits mask, ThreadTeam team, ScratchMemory room)
    {
        (_team, _room, _shape) = (team, room, shape);
        _taps = KeptTaps.Forward(shape, mask, T.Count);
        _dy = _taps.Target;
        _room.Take(Size);
    }

    private int Blocks => (_shape.Samples + PairwiseBlocks.BlockSize - 1) / PairwiseBlocks.BlockSize;

    // Whole cache lines, so that threads share none.
    private nint RoomSize => ((nint)_taps.Rows.Kernel * _taps.Source.Size + _dy.Size + 15) / 16 * 16 + (nint)_taps.Taps.Length * 16;

    private nint Size => RoomSize * _team.Size + (nint)Blocks * _taps.Taps.Length;

    /// <summary>
    /// dw from x and dy; false if an entry is not finite, which may come of the zeros around a map times an infinite dy, where it
    /// should be in no chain.
    /// </summary>
    public bool TryRun(ReadOnlySpan<float> x, ReadOnlySpan<float> dy, Span<float> dw)
    {
        fixed (float* source = x, gradient = dy)
        fixed (int* starts = _taps.Starts)
        fixed (KeptTap* taps = _taps.Taps)
        {
            var rooms = _room.Take(Size);
            var sums = rooms + RoomSize * _team.Size;
            SparseGradientTask.Run<T>(_team, new SparseGradientTask
            {
                Rows = _taps.Rows,
                X = new SourceRows { Map = source, Samples = _shape.Samples, Rows = _shape.Rows, Columns = _shape.Columns, Layout = _taps.Source, Slots = _shape.Kernel },
                Dy = gradient,
                Layout = _dy,
                Columns = _shape.OutputColumns,
                Starts = starts,
                Taps = taps,
                TapCount = _taps.Taps.Length,
                Sums = sums,
                Rooms = rooms,
                RoomSize = RoomSize,
            });
            return Fold(taps, sums, dw);
        }
    }

    private bool Fold(KeptTap* taps, float* sums, Span<float> dw)
    {
        Span<float> stack = stackalloc float[PairwiseBlocks.MaximumDepth];
        var isFinite = true;
        for (var n = 0; n < _taps.Taps.Length; n++)
        {
            var fold = new PairwiseFold(stack);
            for (var block = 0; block < Blocks; block++)
            {
                fold.Add(sums[(nint)block * _taps.Taps.Length + n]);
            }

            var sum = fold.Total();
            isFinite &= float.IsFinite(sum);
            dw[taps[n].Weight] = sum;
        }

        return isFinite;
    }
}
