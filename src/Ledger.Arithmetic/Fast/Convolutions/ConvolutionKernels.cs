using Ledger.Arithmetic.Operations;
using Ledger.Arithmetic.Tensors;

namespace Ledger.Arithmetic.Fast.Convolutions;

/// <summary>
/// Dense convolutions of one lane width and one team of threads; masked weights are zeros like others. Tensors may be read up to two
/// vectors beyond their end.
/// </summary>
internal abstract class ConvolutionKernels
{
    // The second-level cache of today's processors.
    private const int CacheBytes = 1 << 20;

    /// <summary>Kernels whose threads have <paramref name="cacheBytes"/> of cache each, which never reaches a result.</summary>
    public static ConvolutionKernels For(LaneKind kind, ThreadTeam team, int cacheBytes = CacheBytes) => kind switch
    {
        LaneKind.Vector512 => new ConvolutionKernels<Lanes512>(team, cacheBytes),
        LaneKind.Vector256 => new ConvolutionKernels<Lanes256>(team, cacheBytes),
        LaneKind.Vector128 => new ConvolutionKernels<Lanes128>(team, cacheBytes),
        LaneKind.Software128 => new ConvolutionKernels<SoftwareLanes128>(team, cacheBytes),
        _ => new ConvolutionKernels<ScalarLane>(team, cacheBytes),
    };

    /// <summary><see cref="Forward(in ConvolutionShape, ReadOnlySpan{float}, ReadOnlySpan{float}, Span{float})"/> over weights of which the masked are +0.</summary>
    public void Forward(in ConvolutionShape shape, ReadOnlySpan<float> x, ReadOnlySpan<float> w, MaskBits mask, Span<float> y)
    {
        Forward(shape, x, w, y);

        // Over finite values a zero weight is a skipped one; ∞ · 0 is not.
        if (!mask.IsAbsent && !AreFinite(y))
        {
            Reference.Convolutions.Forward(shape, x, w, mask, y);
        }
    }

    /// <summary><see cref="InputGradient(in ConvolutionShape, ReadOnlySpan{float}, ReadOnlySpan{float}, Span{float})"/> over weights of which the masked are +0.</summary>
    public void InputGradient(in ConvolutionShape shape, ReadOnlySpan<float> dy, ReadOnlySpan<float> w, MaskBits mask, Span<float> dx)
    {
        InputGradient(shape, dy, w, dx);
        if (!mask.IsAbsent && !AreFinite(dx))
        {
            Reference.Convolutions.InputGradient(shape, dy, w, mask, dx);
        }
    }

    /// <summary>y[sample, row, column, output] from x[sample, row, column, input] and w[kernel row, kernel column, input, output].</summary>
    public abstract void Forward(in ConvolutionShape shape, ReadOnlySpan<float> x, ReadOnlySpan<float> w, Span<float> y);

    /// <summary>dx from dy and w.</summary>
    public abstract void InputGradient(in ConvolutionShape shape, ReadOnlySpan<float> dy, ReadOnlySpan<float> w, Span<float> dx);

    /// <summary>dw from x and dy.</summary>
    public abstract void WeightGradient(in ConvolutionShape shape, ReadOnlySpan<float> x, ReadOnlySpan<float> dy, Span<float> dw);

    /// <summary>True if no value is infinite or NaN.</summary>
    protected abstract bool AreFinite(ReadOnlySpan<float> values);
}
