using Ledger.Arithmetic.Operations;

namespace Ledger.Arithmetic.Fast.Maps;

/// <inheritdoc/>
/// <typeparam name="T">The lanes.</typeparam>
internal sealed unsafe partial class MapKernels<T>(ThreadTeam team) : MapKernels
    where T : struct, ILanes<T>
{
    // A tile over the last channels may be read whole.
    private static readonly int Slack = 2 * T.Count;

    private readonly ScratchMemory _scratch = new();

    public override void Maximum(in PoolShape shape, ReadOnlySpan<float> x, Span<float> y) => Pool(shape, PoolKind.Maximum, x, default, y);

    public override void MaximumGradient(in PoolShape shape, ReadOnlySpan<float> x, ReadOnlySpan<float> dy, Span<float> dx)
    {
        ClearRest(shape, dx);
        Pool(shape, PoolKind.MaximumGradient, dx, x, dy);
    }

    public override void Average(in PoolShape shape, ReadOnlySpan<float> x, Span<float> y)
    {
        Pool(shape, PoolKind.Sum, x, default, y);
        foreach (ref var mean in y)
        {
            mean /= shape.WindowSize;
        }
    }

    public override void AverageGradient(in PoolShape shape, ReadOnlySpan<float> dy, Span<float> dx)
    {
        ClearRest(shape, dx);
        var shares = new Span<float>(_scratch.Take(dy.Length), dy.Length);
        for (var n = 0; n < dy.Length; n++)
        {
            shares[n] = dy[n] / shape.WindowSize;
        }

        Pool(shape, PoolKind.Spread, dx, default, shares);
    }

    public override void BiasGradient(in MapShape shape, ReadOnlySpan<float> dy, Span<float> dbias)
    {
        var sums = _scratch.Take((nint)shape.Samples * shape.Channels + Slack);
        fixed (float* source = dy, target = dbias)
        {
            SampleStatistics.Run<T>(team, new SampleStatistics { Shape = shape, X = source, Sums = sums });
            SampleFolds.Run<T>(team, sums, shape.Samples, shape.Channels, target);
        }
    }

    private static void ClearRest(in PoolShape shape, Span<float> dx)
    {
        if (shape.Map.Rows % shape.WindowRows != 0 || shape.Map.Columns % shape.WindowColumns != 0)
        {
            dx.Clear();
        }
    }

    private void Pool(in PoolShape shape, PoolKind kind, ReadOnlySpan<float> map, ReadOnlySpan<float> x, ReadOnlySpan<float> windows)
    {
        fixed (float* m = map, source = x, w = windows)
        {
            PoolPass.Run<T>(team, new PoolPass { Shape = shape, Kind = kind, Map = m, X = source, Windows = w });
        }
    }
}
