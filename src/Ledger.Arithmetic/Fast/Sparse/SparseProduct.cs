using Ledger.Arithmetic.Devices;
using Ledger.Arithmetic.Tensors;

namespace Ledger.Arithmetic.Fast.Sparse;

/// <summary>
/// One of the two products of a masked linear layer whose chains run over features, survivors alone: vectors across samples, each
/// weight broadcast. The bits of <see cref="Reference.Products"/>, of non-finite values too, because a masked weight is in no chain.
/// </summary>
/// <remarks>The mask is read once, at construction; calls allocate nothing. One call at a time.</remarks>
/// <typeparam name="T">The lanes.</typeparam>
internal sealed unsafe class SparseProduct<T>
    where T : struct, ILanes<T>
{
    private readonly ThreadTeam _team;
    private readonly SurvivorLists _lists;
    private readonly int _vectors;
    private readonly Tensor _transposed;

    private SparseProduct(ThreadTeam team, SurvivorLists lists, int samples)
    {
        _team = team;
        _lists = lists;
        _vectors = SampleChains<T>.Vectors(samples);
        var tiles = (samples + Width - 1) / Width;
        var shape = new Shape(checked(tiles * Width), lists.Sources);
        _transposed = new Tensor(new HostMemory(shape.Size, colour: 0), 0, shape);
    }

    private int Width => _vectors * T.Count;

    /// <summary>y[B, O] = x[B, I] · w[I, O] for up to the capacity's samples.</summary>
    public static SparseProduct<T> Forward(LinearShape capacity, MaskBits mask, ThreadTeam team) =>
        new(team, SurvivorLists.OfOutputs(capacity, mask, TileWidth(capacity)), capacity.Samples);

    /// <summary>dx[B, I] = dy[B, O] · wᵀ for up to the capacity's samples.</summary>
    public static SparseProduct<T> Backward(LinearShape capacity, MaskBits mask, ThreadTeam team) =>
        new(team, SurvivorLists.OfInputs(capacity, mask, TileWidth(capacity)), capacity.Samples);

    /// <summary>The product of <paramref name="source"/>, x or dy, with the kept ones of <paramref name="weights"/>.</summary>
    public void Run(ReadOnlySpan<float> source, ReadOnlySpan<float> weights, Span<float> target)
    {
        fixed (float* s = source, w = weights, transposed = _transposed.Elements(), t = target)
        fixed (int* starts = _lists.Starts)
        fixed (Survivor* survivors = _lists.Survivors)
        {
            SparseTask.Run<T>(_team, new SparseTask
            {
                Samples = source.Length / _lists.Sources,
                Sources = _lists.Sources,
                Targets = _lists.Targets,
                Vectors = _vectors,
                Width = Width,
                Starts = starts,
                Survivors = survivors,
                Source = s,
                Weights = w,
                Transposed = transposed,
                Target = t,
            });
        }
    }

    private static int TileWidth(LinearShape capacity) => SampleChains<T>.Vectors(capacity.Samples) * T.Count;
}
