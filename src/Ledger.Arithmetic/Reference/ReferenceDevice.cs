using Ledger.Arithmetic.Devices;
using Ledger.Arithmetic.Tensors;

namespace Ledger.Arithmetic.Reference;

/// <summary>The specification of <c>exact-f32/1</c>: plain scalar loops on one thread.</summary>
public sealed class ReferenceDevice : HostDevice
{
    /// <inheritdoc/>
    public override string Name => "reference";

    private protected override void GatherSamples(ReadOnlySpan<byte> samples, ReadOnlySpan<int> indices, Span<float> batch) =>
        Gathering.Samples(samples, indices, batch);

    private protected override void MatrixProduct(LinearShape shape, ReadOnlySpan<float> x, ReadOnlySpan<float> w, MaskBits mask, Span<float> y) =>
        Products.Forward(shape, x, w, mask, y);

    private protected override void InputGradient(LinearShape shape, ReadOnlySpan<float> dy, ReadOnlySpan<float> w, MaskBits mask, Span<float> dx) =>
        Products.Backward(shape, dy, w, mask, dx);

    private protected override void WeightGradient(LinearShape shape, ReadOnlySpan<float> x, ReadOnlySpan<float> dy, MaskBits mask, Span<float> dw) =>
        SampleSums.Weights(shape, x, dy, mask, dw);

    private protected override bool AddBias(Span<float> y, ReadOnlySpan<float> bias) => Bias.Add(y, bias);

    private protected override void BiasGradient(ReadOnlySpan<float> dy, Span<float> dbias) => SampleSums.Biases(dy, dbias);

    private protected override void Relu(Span<float> y) => Rectifier.Forward(y);

    private protected override bool ReluGradient(ReadOnlySpan<float> y, Span<float> dy) => Rectifier.Backward(y, dy);

    private protected override (Fingerprint Fingerprint, bool IsFinite) SgdStep(Span<float> parameters, ReadOnlySpan<float> gradients, Span<float> velocity, MaskBits mask, SgdCoefficients coefficients)
    {
        var isFinite = Sgd.Update(parameters, gradients, velocity, mask, coefficients);
        return (FingerprintSum.Of(parameters), isFinite);
    }

    private protected override Fingerprint Fingerprint(ReadOnlySpan<float> parameters) => FingerprintSum.Of(parameters);
}
