using Ledger.Arithmetic.Devices;
using Ledger.Arithmetic.Operations;
using Ledger.Arithmetic.Tensors;

namespace Ledger.Arithmetic.Fast.Maps;

/// <summary>Which map kernel does which operation.</summary>
/// <typeparam name="T">The lanes.</typeparam>
internal sealed class MapOperations<T>(ThreadTeam team, FiniteFlag flag)
    where T : struct, ILanes<T>
{
    private readonly MapKernels<T> _kernels = new(team);

    /// <summary>The work of an operation on maps, or null where there is no fast kernel.</summary>
    public Action? Bind(Operation operation) => operation switch
    {
        BiasGradient o => () => _kernels.BiasGradient(MapShape.Of(o.Dy), o.Dy.Elements(), o.Dbias.Elements()),
        BatchNormalize o => () => Normalize(o),
        NormalizeByStatistics o => () => Normalize(o),
        BatchNormalizeGradient o => () => Gradient(o),
        MaxPool o => () => _kernels.Maximum(PoolShape.Of(o.X, o.Size), o.X.Elements(), o.Y.Elements()),
        MaxPoolGradient o => () => _kernels.MaximumGradient(PoolShape.Of(o.X, o.Size), o.X.Elements(), o.Dy.Elements(), o.Dx.Elements()),
        AveragePool o => () => _kernels.Average(PoolShape.Of(o.X, o.Size), o.X.Elements(), o.Y.Elements()),
        AveragePoolGradient o => () => _kernels.AverageGradient(PoolShape.Of(o.Dx, o.Size), o.Dy.Elements(), o.Dx.Elements()),
        _ => null,
    };

    private void Normalize(BatchNormalize o)
    {
        var shape = MapShape.Of(o.X);
        flag.Note(_kernels.Normalise(shape, new BatchNormCoefficients(o.Epsilon, o.Momentum), o.Rectify, o.X.Elements(), new BatchNormState
        {
            Gamma = o.Gamma.Elements(),
            Beta = o.Beta.Elements(),
            RunningMean = o.RunningMean.Elements(),
            RunningVariance = o.RunningVariance.Elements(),
            Mean = o.Saved.Elements()[..shape.Channels],
            Inverse = o.Saved.Elements()[shape.Channels..],
        }, o.Y.Elements()));
    }

    private void Normalize(NormalizeByStatistics o) =>
        flag.Note(_kernels.Evaluate(MapShape.Of(o.X), new BatchNormCoefficients(o.Epsilon, Momentum: 0f), o.Rectify, o.X.Elements(), new BatchNormState
        {
            Gamma = o.Gamma.Elements(),
            Beta = o.Beta.Elements(),
            RunningMean = o.RunningMean.Elements(),
            RunningVariance = o.RunningVariance.Elements(),
        }, o.Y.Elements()));

    private void Gradient(BatchNormalizeGradient o)
    {
        var shape = MapShape.Of(o.X);
        flag.Note(_kernels.NormaliseGradient(shape, o.Rectify, o.X.Elements(), o.Dy.Elements(), new BatchNormState
        {
            Gamma = o.Gamma.Elements(),
            Beta = o.Beta.Elements(),
            Mean = o.Saved.Elements()[..shape.Channels],
            Inverse = o.Saved.Elements()[shape.Channels..],
            GammaGradient = o.Dgamma.Elements(),
            BetaGradient = o.Dbeta.Elements(),
        }, o.Dx.Elements()));
    }
}
