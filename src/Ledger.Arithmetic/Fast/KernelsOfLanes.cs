using Ledger.Arithmetic.Devices;
using Ledger.Arithmetic.Fast.Convolutions;
using Ledger.Arithmetic.Fast.Gathering;
using Ledger.Arithmetic.Operations;
using Ledger.Arithmetic.Reference;
using Ledger.Arithmetic.Tensors;

namespace Ledger.Arithmetic.Fast;

/// <inheritdoc/>
/// <typeparam name="T">The lanes.</typeparam>
internal sealed class Kernels<T>(ThreadTeam team, FiniteFlag flag) : Kernels
    where T : struct, ILanes<T>
{
    private readonly FingerprintTables _keys = new();
    private readonly LinearProducts<T> _products = new(team);
    private readonly ConvolutionKernels<T> _convolutions = new(team);
    private readonly Elementwise<T> _elements = new(team);

    public override Action? Bind(Operation operation) => operation switch
    {
        GatherSamples { Images: null } o => () => SampleGather<T>.Run(o.Samples.Bytes(), o.Indices.Elements(), o.Batch.Elements()),
        GatherSamples { Images: { } images } o => new ImageGather<T>(team, o, images).Run,
        MatrixProduct o => () => Run(o),
        InputGradient o => () => Run(o),
        WeightGradient o => () => _products.WeightGradient(o.Shape, o.X.Elements(), o.Dy.Elements(), o.Dw.Elements()),
        Convolve o => () => Run(o),
        ConvolutionInputGradient o => () => Run(o),
        ConvolutionWeightGradient o => () => _convolutions.WeightGradient(o.Shape, o.X.Elements(), o.Dy.Elements(), o.Dw.Elements()),
        AddBias o => () => flag.Note(_elements.AddBias(o.Y.Elements(), o.Bias.Elements())),
        BiasGradient { Dy.Shape.Rank: 2 } o => () => _products.BiasGradient(o.Dy.Elements(), o.Dbias.Elements()),
        Relu o => () => _elements.Relu(o.Y.Elements()),
        ReluGradient o => () => flag.Note(_elements.ReluGradient(o.Y.Elements(), o.Dy.Elements())),
        AddTo o => () => flag.Note(_elements.AddTo(o.Source.Elements(), o.Target.Elements(), o.Rectify)),
        Copy o => () => _elements.Copy(o.Source.Elements(), o.Target.Elements()),
        DropOut o => () => _elements.DropOut(o.Seed, o.Stream.Counter(0), o.Threshold, o.Scale, o.Y.Elements()),
        ClipGradients o => () => flag.Note(GradientClip<T>.Run(team, o.Gradients.Elements(), o.Mask.Bits(), o.Norm)),
        SgdStep o => () => Run(o),
        AdamStep o => () => Run(o),
        _ => null,
    };

    public override unsafe Fingerprint Fingerprint(ReadOnlySpan<float> values)
    {
        fixed (float* p = values)
        {
            return ParameterPass<NoUpdate>.Run<T>(team, _keys, p, values.Length, default).Fingerprint;
        }
    }

    private void Run(MatrixProduct o)
    {
        _products.Forward(o.Shape, o.X.Elements(), o.W.Elements(), o.Y.Elements());

        // Over finite values a zero weight is a skipped one; ∞ · 0 is not.
        if (o.Mask is not null && !Elementwise<T>.AreFinite(o.Y.Elements()))
        {
            Products.Forward(o.Shape, o.X.Elements(), o.W.Elements(), o.Mask.Bits(), o.Y.Elements());
        }
    }

    private void Run(InputGradient o)
    {
        _products.InputGradient(o.Shape, o.Dy.Elements(), o.W.Elements(), o.Dx.Elements());
        if (o.Mask is not null && !Elementwise<T>.AreFinite(o.Dx.Elements()))
        {
            Products.Backward(o.Shape, o.Dy.Elements(), o.W.Elements(), o.Mask.Bits(), o.Dx.Elements());
        }
    }

    private void Run(Convolve o)
    {
        _convolutions.Forward(o.Shape, o.X.Elements(), o.W.Elements(), o.Y.Elements());
        if (o.Mask is not null && !Elementwise<T>.AreFinite(o.Y.Elements()))
        {
            Reference.Convolutions.Forward(o.Shape, o.X.Elements(), o.W.Elements(), o.Mask.Bits(), o.Y.Elements());
        }
    }

    private void Run(ConvolutionInputGradient o)
    {
        _convolutions.InputGradient(o.Shape, o.Dy.Elements(), o.W.Elements(), o.Dx.Elements());
        if (o.Mask is not null && !Elementwise<T>.AreFinite(o.Dx.Elements()))
        {
            Reference.Convolutions.InputGradient(o.Shape, o.Dy.Elements(), o.W.Elements(), o.Mask.Bits(), o.Dx.Elements());
        }
    }

    private unsafe void Run(SgdStep o)
    {
        var mask = o.Mask.Bits();
        var decayed = o.Decayed.Bits();
        fixed (float* values = o.Values.Elements(), gradients = o.Gradients.Elements(), velocity = o.Velocity.Elements())
        {
            fixed (byte* kept = mask.Bytes, decaying = decayed.Bytes)
            {
                var count = o.Gradients.Size;
                var update = new SgdUpdate(
                    values, gradients, velocity, new PackedMask(kept, mask.Offset, count), new PackedMask(decaying, decayed.Offset, count), SgdCoefficients.Of(o), count);
                var (fingerprint, isFinite) = ParameterPass<SgdUpdate>.Run<T>(team, _keys, values, o.Values.Size, update);
                Report(o.Ring, fingerprint, isFinite);
            }
        }
    }

    private unsafe void Run(AdamStep o)
    {
        var mask = o.Mask.Bits();
        var decayed = o.Decayed.Bits();
        fixed (float* values = o.Values.Elements(), gradients = o.Gradients.Elements(), first = o.First.Elements(), second = o.Second.Elements())
        {
            fixed (byte* kept = mask.Bytes, decaying = decayed.Bytes)
            {
                var count = o.Gradients.Size;
                var update = new AdamUpdate(
                    values, gradients, first, second, new PackedMask(kept, mask.Offset, count), new PackedMask(decaying, decayed.Offset, count), AdamCoefficients.Of(o), count);
                var (fingerprint, isFinite) = ParameterPass<AdamUpdate>.Run<T>(team, _keys, values, o.Values.Size, update);
                Report(o.Ring, fingerprint, isFinite);
            }
        }
    }

    private void Report(StepRing ring, Fingerprint fingerprint, bool isFinite)
    {
        flag.Note(isFinite);
        ((HostRing)ring).Report(fingerprint, flag.Lower());
    }
}
