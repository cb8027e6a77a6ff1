using Ledger.Arithmetic.Devices;
using Ledger.Arithmetic.Operations;
using Ledger.Arithmetic.Tensors;

namespace Ledger.Arithmetic.Reference;

/// <summary>Which plain loop does which operation.</summary>
internal sealed class ReferenceKernels(FiniteFlag flag)
{
    private readonly ReferenceMapKernels _maps = new(flag);

    /// <summary>The work of an operation whose operands fit together.</summary>
    /// <exception cref="NotSupportedException">The operation is unknown here.</exception>
    public Action Bind(Operation operation) => _maps.Bind(operation) ?? operation switch
    {
        GatherSamples o => () => Gathering.Samples(o.Samples.Bytes(), o.Indices.Elements(), o.Images, o.Step.Step, o.Batch.Elements()),
        GatherLabels o => () => Gathering.Labels(o.Labels.Bytes(), o.Indices.Elements(), o.Batch.WritableBytes()),
        MatrixProduct o => () => Products.Forward(o.Shape, o.X.Elements(), o.W.Elements(), o.Mask.Bits(), o.Y.Elements()),
        InputGradient o => () => Products.Backward(o.Shape, o.Dy.Elements(), o.W.Elements(), o.Mask.Bits(), o.Dx.Elements()),
        WeightGradient o => () => SampleSums.Weights(o.Shape, o.X.Elements(), o.Dy.Elements(), o.Mask.Bits(), o.Dw.Elements()),
        AddBias o => () => flag.Note(Bias.Add(o.Y.Elements(), o.Bias.Elements())),
        BiasGradient o => () => MapBias.Gradient(MapShape.Of(o.Dy), o.Dy.Elements(), o.Dbias.Elements()),
        Relu o => () => Rectifier.Forward(o.Y.Elements()),
        ReluGradient o => () => flag.Note(Rectifier.Backward(o.Y.Elements(), o.Dy.Elements())),
        AddTo o => () => flag.Note(Additions.AddTo(o.Source.Elements(), o.Target.Elements(), o.Rectify)),
        Copy o => () => o.Source.Elements().CopyTo(o.Target.Elements()),
        DropOut o => () => DroppingOut.Run(o.Stream, o.Threshold, o.Scale, o.Y.Elements()),
        SoftmaxCrossEntropy o => CrossEntropy(o),
        DistillationLoss o => Distillation(o),
        SampleLosses o => () => SampleLosses(o),
        ClipGradients o => () => flag.Note(Clipping.Run(o.Gradients.Elements(), o.Mask.Bits(), o.Norm)),
        SgdStep o => () => Report(o.Ring, Sgd.Update(o), o.Values),
        AdamStep o => () => Report(o.Ring, Adam.Update(o), o.Values),
        _ => throw new NotSupportedException($"{operation.Name} is unknown here"),
    };

    private Action CrossEntropy(SoftmaxCrossEntropy o)
    {
        var losses = new float[o.Logits.Shape.Rows];
        return () =>
        {
            var correct = Softmax.LossesAndGradient(o.Logits.Elements(), o.Labels.Bytes(), o.Smoothing, losses, o.Gradient.Elements());
            ReportLoss(o.Ring, losses, correct);
        };
    }

    private Action Distillation(DistillationLoss o)
    {
        var losses = new float[o.Logits.Shape.Rows];
        var distillation = new Distillation(o.Temperature, o.Alpha, o.PerElement, o.Logits.Shape.Columns);
        return () =>
        {
            var correct = distillation.LossesAndGradient(o.Logits.Elements(), o.Teacher.Elements(), o.Labels.Bytes(), losses, o.Gradient.Elements());
            ReportLoss(o.Ring, losses, correct);
        };
    }

    private void SampleLosses(SampleLosses o)
    {
        Softmax.Losses(o.Logits.Elements(), o.Labels.Bytes(), o.Losses.Elements(), o.Correct.Elements());
        flag.Lower();
    }

    private void ReportLoss(StepRing ring, ReadOnlySpan<float> losses, int correct)
    {
        var loss = Elementary.PairwiseBlocks.Sum(losses) / losses.Length;
        flag.Note(float.IsFinite(loss));
        ((HostRing)ring).Report(loss, correct);
    }

    private void Report(StepRing ring, bool isFinite, Tensor values)
    {
        flag.Note(isFinite);
        ((HostRing)ring).Report(FingerprintSum.Of(values.Elements()), flag.Lower());
    }
}
