using Ledger.Arithmetic.Operations;
using Ledger.Arithmetic.Tensors;

namespace Ledger.Arithmetic.Fast.Convolutions.Sparse;

/// <summary>
/// A masked convolution, or its gradient by the input, by kept weights alone: vectors across samples, each weight broadcast along a
/// row. The bits of <see cref="Reference.Convolutions"/>, of non-finite values too.
/// </summary>
/// <remarks>The mask is read once, at construction; calls allocate nothing. One call at a time.</remarks>
/// <typeparam name="T">The lanes.</typeparam>
internal sealed unsafe class SparseConvolution<T>
    where T : struct, ILanes<T>
{
    private readonly ThreadTeam _team;
    private readonly ScratchMemory _room;
    private readonly KeptTaps _taps;
    private readonly int _samples;

    private SparseConvolution(ThreadTeam team, ScratchMemory room, KeptTaps taps, int samples)
    {
        (_team, _room, _taps, _samples) = (team, room, taps, samples);
        _room.Take(RoomSize * team.Size);
    }

    // Whole cache lines, so that threads share none.
    private nint RoomSize => ((nint)_taps.Rows.Kernel * _taps.Source.Size + _taps.Target.Size + 15) / 16 * 16;

    /// <summary>y from x and w; <paramref name="room"/> may be shared with operations of the same team.</summary>
    public static SparseConvolution<T> Forward(in ConvolutionShape shape, MaskBits mask, ThreadTeam team, ScratchMemory room) =>
        new(team, room, KeptTaps.Forward(shape, mask, T.Count), shape.Samples);

    /// <summary>dx from dy and w.</summary>
    public static SparseConvolution<T> Backward(in ConvolutionShape shape, MaskBits mask, ThreadTeam team, ScratchMemory room) =>
        new(team, room, KeptTaps.Backward(shape, mask, T.Count), shape.Samples);

    /// <summary>
    /// The chains of <paramref name="source"/>, x or dy, with the kept ones of <paramref name="weights"/>; false if a weight is not finite: times
    /// the zeros around a map it is NaN, where it should be in no chain.
    /// </summary>
    public bool TryRun(ReadOnlySpan<float> source, ReadOnlySpan<float> weights, Span<float> target)
    {
        if (!Elementwise<T>.AreFinite(weights))
        {
            return false;
        }

        fixed (float* s = source, w = weights, t = target)
        fixed (int* starts = _taps.Starts)
        fixed (KeptTap* taps = _taps.Taps)
        {
            SparseConvolutionTask.Run<T>(_team, new SparseConvolutionTask
            {
                Rows = _taps.Rows,
                Columns = _taps.Columns,
                Source = new SourceRows { Map = s, Samples = _samples, Rows = _taps.Rows.Sources, Columns = _taps.Columns.Sources, Layout = _taps.Source, Slots = _taps.Rows.Kernel },
                Layout = _taps.Target,
                Starts = starts,
                Taps = taps,
                Weights = w,
                Target = t,
                Rooms = _room.Take(RoomSize * _team.Size),
                RoomSize = RoomSize,
            });
        }

        return true;
    }
}
