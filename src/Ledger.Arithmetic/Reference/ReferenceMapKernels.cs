using Ledger.Arithmetic.Devices;
using Ledger.Arithmetic.Operations;
using Ledger.Arithmetic.Tensors;

namespace Ledger.Arithmetic.Reference;

/// <summary>Which plain loop does which operation on maps.</summary>
internal sealed class ReferenceMapKernels(FiniteFlag flag)
{
    /// <summary>The work of an operation on maps, or null if it is none.</summary>
    public Action? Bind(Operation operation) => operation switch
    {
        Convolve o => () => Convolutions.Forward(o.Shape, o.X.Elements(), o.W.Elements(), o.Mask.Bits(), o.Y.Elements()),
        ConvolutionInputGradient o => () => Convolutions.InputGradient(o.Shape, o.Dy.Elements(), o.W.Elements(), o.Mask.Bits(), o.Dx.Elements()),
        ConvolutionWeightGradient o => () => Convolutions.WeightGradient(o.Shape, o.X.Elements(), o.Dy.Elements(), o.Mask.Bits(), o.Dw.Elements()),
        BatchNormalize o => () => Normalize(o),
        NormalizeByStatistics o => () => Normalize(o),
        BatchNormalizeGradient o => () => Gradient(o),
        MaxPool o => () => Pools.Maximum(PoolShape.Of(o.X, o.Size), o.X.Elements(), o.Y.Elements()),
        MaxPoolGradient o => () => Pools.MaximumGradient(PoolShape.Of(o.X, o.Size), o.X.Elements(), o.Dy.Elements(), o.Dx.Elements()),
        AveragePool o => () => Pools.Average(PoolShape.Of(o.X, o.Size), o.X.Elements(), o.Y.Elements()),
        AveragePoolGradient o => () => Pools.AverageGradient(PoolShape.Of(o.Dx, o.Size), o.Dy.Elements(), o.Dx.Elements()),
        Subsample o => () => Subsampling.Forward(SubsamplingShape.Of(o.X, o.Y, o.Stride), o.X.Elements(), o.Y.Elements()),
        SubsampleGradient o => () => Subsampling.Gradient(SubsamplingShape.Of(o.Dx, o.Dy, o.Stride), o.Dy.Elements(), o.Dx.Elements()),
        _ => null,
    };

    private void Normalize(BatchNormalize o)
    {
        var shape = MapShape.Of(o.X);
        var mean = o.Saved.Elements()[..shape.Channels];
        var inverse = o.Saved.Elements()[shape.Channels..];
        flag.Note(BatchNorm.Statistics(
            shape, new BatchNormCoefficients(o.Epsilon, o.Momentum), o.X.Elements(), mean, inverse, o.RunningMean.Elements(), o.RunningVariance.Elements()));
        flag.Note(BatchNorm.Normalise(shape, o.X.Elements(), mean, inverse, o.Gamma.Elements(), o.Beta.Elements(), o.Y.Elements()));
        Rectify(o.Rectify, o.Y);
    }

    private void Normalize(NormalizeByStatistics o)
    {
        flag.Note(BatchNorm.Evaluate(
            MapShape.Of(o.X), new BatchNormCoefficients(o.Epsilon, Momentum: 0f), o.X.Elements(), o.RunningMean.Elements(), o.RunningVariance.Elements(), o.Gamma.Elements(), o.Beta.Elements(), o.Y.Elements()));
        Rectify(o.Rectify, o.Y);
    }

    private void Gradient(BatchNormalizeGradient o)
    {
        var shape = MapShape.Of(o.X);
        var saved = o.Saved.Elements();
        var gated = o.Dy.Elements().ToArray();
        if (o.Rectify)
        {
            BatchNormGradient.Gate(shape, o.X.Elements(), saved[..shape.Channels], saved[shape.Channels..], o.Gamma.Elements(), o.Beta.Elements(), gated);
        }

        flag.Note(BatchNormGradient.Run(
            shape, o.X.Elements(), gated, saved[..shape.Channels], saved[shape.Channels..], o.Gamma.Elements(), o.Dgamma.Elements(), o.Dbeta.Elements(), o.Dx.Elements()));
    }

    private static void Rectify(bool rectify, Tensor y)
    {
        if (rectify)
        {
            Rectifier.Forward(y.Elements());
        }
    }
}
