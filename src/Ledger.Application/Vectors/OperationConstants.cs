using Ledger.Arithmetic.Operations;
using Ledger.Training.States;

namespace Ledger.Application.Vectors;

/// <summary>The numbers of an operation that stand in none of its tensors.</summary>
internal static class OperationConstants
{
    /// <summary>Each as a small tensor, its name behind <paramref name="prefix"/>.</summary>
    public static IEnumerable<SafetensorsEntry> Of(Operation operation, string prefix)
    {
        return operation switch
        {
            Convolve convolve => [Whole("stride", convolve.Shape.Stride), Whole("padding", convolve.Shape.Padding)],
            BatchNormalize norm => [Real("momentum", norm.Momentum), Real("epsilon", norm.Epsilon), Whole("rectify", norm.Rectify ? 1 : 0)],
            BatchNormalizeGradient norm => [Whole("rectify", norm.Rectify ? 1 : 0)],
            AddTo sum => [Whole("rectify", sum.Rectify ? 1 : 0)],
            MaxPool pool => [Whole("size", pool.Size)],
            AveragePool pool => [Whole("size", pool.Size)],
            Subsample subsample => [Whole("stride", subsample.Stride)],
            DropOut drop =>
            [
                Long("seed", drop.Seed), Word("layer", drop.Layer), Word("step", drop.Step.Step), Word("threshold", drop.Threshold), Real("scale", drop.Scale),
            ],
            GatherSamples { Images: { } images } gather =>
            [
                Whole("rows", images.Rows), Whole("columns", images.Columns), Whole("channels", images.Channels), Whole("pad", images.Pad),
                Whole("reflect", images.Reflect ? 1 : 0), Whole("shift", images.Shift), Long("seed", images.Seed), Word("step", gather.Step.Step),
                .. Standardisation(images),
            ],
            SoftmaxCrossEntropy loss => [Real("smoothing", loss.Smoothing)],
            DistillationLoss loss => [Real("temperature", loss.Temperature), Real("alpha", loss.Alpha), Whole("per_element", loss.PerElement ? 1 : 0)],
            ClipGradients clip => [Real("norm", clip.Norm)],
            SgdStep sgd => [Real("rate", sgd.Step.Rate), Real("momentum", sgd.Momentum), Real("weight_decay", sgd.WeightDecay), Whole("nesterov", sgd.Nesterov ? 1 : 0)],
            AdamStep adam => Adam(adam),
            _ => [],
        };

        SafetensorsEntry Real(string name, float value) => VectorEntries.Number($"{prefix}.{name}", value);
        SafetensorsEntry Word(string name, uint value) => VectorEntries.Number($"{prefix}.{name}", value);
        SafetensorsEntry Whole(string name, int value) => Word(name, (uint)value);
        SafetensorsEntry Long(string name, ulong value) => VectorEntries.Number($"{prefix}.{name}", value);

        IEnumerable<SafetensorsEntry> Standardisation(ImagePreparation images) => images is { Means: { } means, Deviations: { } deviations }
            ? [VectorEntries.Floats($"{prefix}.means", [means.Count], [.. means]), VectorEntries.Floats($"{prefix}.deviations", [deviations.Count], [.. deviations])]
            : [];

        IEnumerable<SafetensorsEntry> Adam(AdamStep adam) =>
        [
            Real("beta1", adam.Settings.Beta1), Real("one_minus_beta1", adam.Settings.OneMinusBeta1), Real("beta2", adam.Settings.Beta2), Real("one_minus_beta2", adam.Settings.OneMinusBeta2),
            Real("epsilon", adam.Settings.Epsilon), Real("weight_decay", adam.Settings.WeightDecay), Whole("decoupled", adam.Settings.IsDecoupled ? 1 : 0),
            Real("rate", adam.Step.Rate), Real("corrected_rate", adam.Step.CorrectedRate), Real("second_correction", adam.Step.SecondCorrection),
        ];
    }
}
