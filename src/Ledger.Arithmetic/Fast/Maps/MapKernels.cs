using Ledger.Arithmetic.Operations;

namespace Ledger.Arithmetic.Fast.Maps;

/// <summary>What stands between convolutions, on one lane width and one team of threads; the bits of the reference.</summary>
internal abstract class MapKernels
{
    public static MapKernels For(LaneKind kind, ThreadTeam team) => kind switch
    {
        LaneKind.Vector512 => new MapKernels<Lanes512>(team),
        LaneKind.Vector256 => new MapKernels<Lanes256>(team),
        LaneKind.Vector128 => new MapKernels<Lanes128>(team),
        LaneKind.Software128 => new MapKernels<SoftwareLanes128>(team),
        _ => new MapKernels<ScalarLane>(team),
    };

    /// <summary>Batch normalisation in training, then ReLU if <paramref name="isRectified"/>; false if statistics or values before ReLU are not finite.</summary>
    public abstract bool Normalise(in MapShape shape, BatchNormCoefficients coefficients, bool isRectified, ReadOnlySpan<float> x, in BatchNormState state, Span<float> y);

    /// <summary>Batch normalisation by the running statistics, then ReLU if <paramref name="isRectified"/>.</summary>
    public abstract bool Evaluate(in MapShape shape, BatchNormCoefficients coefficients, bool isRectified, ReadOnlySpan<float> x, in BatchNormState state, Span<float> y);

    /// <summary>The gradients of <see cref="Normalise"/>: dγ and dβ into the state, dx, which may be dy; false if a dx is not finite.</summary>
    public abstract bool NormaliseGradient(in MapShape shape, bool isRectified, ReadOnlySpan<float> x, ReadOnlySpan<float> dy, in BatchNormState state, Span<float> dx);

    /// <summary>The first maximum of each window.</summary>
    public abstract void Maximum(in PoolShape shape, ReadOnlySpan<float> x, Span<float> y);

    /// <summary>dy at the window's first maximum, +0 elsewhere.</summary>
    public abstract void MaximumGradient(in PoolShape shape, ReadOnlySpan<float> x, ReadOnlySpan<float> dy, Span<float> dx);

    /// <summary>The mean of each window.</summary>
    public abstract void Average(in PoolShape shape, ReadOnlySpan<float> x, Span<float> y);

    /// <summary>dy divided by the window's elements, +0 outside the windows.</summary>
    public abstract void AverageGradient(in PoolShape shape, ReadOnlySpan<float> dy, Span<float> dx);

    /// <summary>The sum of dy over positions, then samples.</summary>
    public abstract void BiasGradient(in MapShape shape, ReadOnlySpan<float> dy, Span<float> dbias);
}
