using Ledger.Arithmetic.Devices;
using Ledger.Arithmetic.Tensors;

namespace Ledger.Arithmetic.Fast;

/// <summary>The fast kernels of one lane width and one team of threads.</summary>
internal abstract class Kernels
{
    public static Kernels For(LaneKind kind, ThreadTeam team) => kind switch
    {
        LaneKind.Vector512 => new Kernels<Lanes512>(team),
        LaneKind.Vector256 => new Kernels<Lanes256>(team),
        LaneKind.Vector128 => new Kernels<Lanes128>(team),
        LaneKind.Software128 => new Kernels<SoftwareLanes128>(team),
        _ => new Kernels<ScalarLane>(team),
    };

    public abstract void GatherSamples(ReadOnlySpan<byte> samples, ReadOnlySpan<int> indices, Span<float> batch);

    public abstract void MatrixProduct(LinearShape shape, ReadOnlySpan<float> x, ReadOnlySpan<float> w, Span<float> y);

    public abstract void InputGradient(LinearShape shape, ReadOnlySpan<float> dy, ReadOnlySpan<float> w, Span<float> dx);

    public abstract void WeightGradient(LinearShape shape, ReadOnlySpan<float> x, ReadOnlySpan<float> dy, Span<float> dw);

    public abstract void BiasGradient(ReadOnlySpan<float> dy, Span<float> dbias);

    public abstract bool AddBias(Span<float> y, ReadOnlySpan<float> bias);

    public abstract void Relu(Span<float> y);

    public abstract bool ReluGradient(ReadOnlySpan<float> y, Span<float> dy);

    public abstract bool AreFinite(ReadOnlySpan<float> values);

    public abstract (Fingerprint Fingerprint, bool IsFinite) SgdStep(Span<float> parameters, ReadOnlySpan<float> gradients, Span<float> velocity, MaskBits mask, SgdCoefficients coefficients);

    public abstract Fingerprint Fingerprint(ReadOnlySpan<float> parameters);
}
