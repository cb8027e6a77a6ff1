using Ledger.Arithmetic.Devices;
using Ledger.Arithmetic.Fast.Gathering;
using Ledger.Arithmetic.Fast.Maps;
using Ledger.Arithmetic.Operations;
using Ledger.Arithmetic.Tensors;

namespace Ledger.Arithmetic.Fast;

/// <inheritdoc/>
/// <typeparam name="T">The lanes.</typeparam>
internal sealed class Kernels<T>(LaneKind kind, ThreadTeam team, FiniteFlag flag) : Kernels
    where T : struct, ILanes<T>
{
    private readonly ParameterUpdates<T> _updates = new(team, flag);
    private readonly LinearLayers<T> _layers = new(kind, team);
    private readonly ConvolutionLayers<T> _convolutions = new(kind, team);
    private readonly MapOperations<T> _maps = new(team, flag);
    private readonly Elementwise<T> _elements = new(team);

    public override Action? Bind(Operation operation) => operation switch
    {
        GatherSamples { Images: null } o => () => SampleGather<T>.Run(o.Samples.Bytes(), o.Indices.Elements(), o.Batch.Elements()),
        GatherSamples { Images: { } images } o => new ImageGather<T>(team, o, images).Run,
        MatrixProduct o => _layers.Bind(o),
        InputGradient o => _layers.Bind(o),
        WeightGradient o => _layers.Bind(o),
        Convolve o => _convolutions.Bind(o),
        ConvolutionInputGradient o => _convolutions.Bind(o),
        ConvolutionWeightGradient o => _convolutions.Bind(o),
        AddBias o => () => flag.Note(_elements.AddBias(o.Y.Elements(), o.Bias.Elements())),
        BiasGradient { Dy.Shape.Rank: 2 } o => _layers.Bind(o),
        Relu o => () => _elements.Relu(o.Y.Elements()),
        ReluGradient o => () => flag.Note(_elements.ReluGradient(o.Y.Elements(), o.Dy.Elements())),
        AddTo o => () => flag.Note(_elements.AddTo(o.Source.Elements(), o.Target.Elements(), o.Rectify)),
        Copy o => () => _elements.Copy(o.Source.Elements(), o.Target.Elements()),
        DropOut o => () => _elements.DropOut(o.Seed, o.Stream.Counter(0), o.Threshold, o.Scale, o.Y.Elements()),
        ClipGradients o => () => flag.Note(GradientClip<T>.Run(team, o.Gradients.Elements(), o.Mask.Bits(), o.Norm)),
        SgdStep o => _updates.Bind(o),
        AdamStep o => _updates.Bind(o),
        _ => _maps.Bind(operation),
    };

    public override Fingerprint Fingerprint(ReadOnlySpan<float> values) => _updates.Fingerprint(values);
}
