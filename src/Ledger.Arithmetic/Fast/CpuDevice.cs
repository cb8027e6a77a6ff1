using Ledger.Arithmetic.Devices;
using Ledger.Arithmetic.Reference;
using Ledger.Arithmetic.Tensors;

namespace Ledger.Arithmetic.Fast;

/// <summary>The fast device of a processor: vectors across outputs, threads across outputs, and the bits of <see cref="ReferenceDevice"/>.</summary>
public sealed class CpuDevice : HostDevice
{
    private readonly ThreadTeam _team;
    private readonly Kernels _kernels;

    /// <summary>A device on the widest vectors that this processor accelerates.</summary>
    /// <param name="threads">Threads that share each operation, the caller's included.</param>
    public CpuDevice(int threads = 1)
        : this(threads, LaneKinds.Fastest())
    {
    }

    internal CpuDevice(int threads, LaneKind kind)
    {
        _team = new ThreadTeam(threads);
        _kernels = Kernels.For(kind, _team);
        Name = $"cpu, {kind}, {threads} thread{(threads == 1 ? "" : "s")}";
    }

    /// <inheritdoc/>
    public override string Name { get; }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _team.Dispose();
        }

        base.Dispose(disposing);
    }

    private protected override void GatherSamples(ReadOnlySpan<byte> samples, ReadOnlySpan<int> indices, Span<float> batch) =>
        _kernels.GatherSamples(samples, indices, batch);

    private protected override void MatrixProduct(LinearShape shape, ReadOnlySpan<float> x, ReadOnlySpan<float> w, MaskBits mask, Span<float> y)
    {
        _kernels.MatrixProduct(shape, x, w, y);

        // Over finite values a zero weight is a skipped one; ∞ · 0 is not.
        if (!mask.IsAbsent && !_kernels.AreFinite(y))
        {
            Products.Forward(shape, x, w, mask, y);
        }
    }

    private protected override void InputGradient(LinearShape shape, ReadOnlySpan<float> dy, ReadOnlySpan<float> w, MaskBits mask, Span<float> dx)
    {
        _kernels.InputGradient(shape, dy, w, dx);
        if (!mask.IsAbsent && !_kernels.AreFinite(dx))
        {
            Products.Backward(shape, dy, w, mask, dx);
        }
    }

    private protected override void WeightGradient(LinearShape shape, ReadOnlySpan<float> x, ReadOnlySpan<float> dy, MaskBits mask, Span<float> dw) =>
        _kernels.WeightGradient(shape, x, dy, dw);

    private protected override bool AddBias(Span<float> y, ReadOnlySpan<float> bias) => _kernels.AddBias(y, bias);

    private protected override void BiasGradient(ReadOnlySpan<float> dy, Span<float> dbias) => _kernels.BiasGradient(dy, dbias);

    private protected override void Relu(Span<float> y) => _kernels.Relu(y);

    private protected override bool ReluGradient(ReadOnlySpan<float> y, Span<float> dy) => _kernels.ReluGradient(y, dy);

    private protected override (Fingerprint Fingerprint, bool IsFinite) SgdStep(Span<float> parameters, ReadOnlySpan<float> gradients, Span<float> velocity, MaskBits mask, SgdCoefficients coefficients) =>
        _kernels.SgdStep(parameters, gradients, velocity, mask, coefficients);

    private protected override Fingerprint Fingerprint(ReadOnlySpan<float> parameters) => _kernels.Fingerprint(parameters);
}
