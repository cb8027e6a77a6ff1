using Ledger.Arithmetic.Operations;

namespace Ledger.Arithmetic.Fast.Convolutions;

/// <summary>
/// Dense convolutions of one lane width and one team of threads; masked weights are zeros like others. Tensors may be read up to two
/// vectors beyond their end.
/// </summary>
internal abstract class ConvolutionKernels
{
    public static ConvolutionKernels For(LaneKind kind, ThreadTeam team) => kind switch
    {
        LaneKind.Vector512 => new ConvolutionKernels<Lanes512>(team),
        LaneKind.Vector256 => new ConvolutionKernels<Lanes256>(team),
        LaneKind.Vector128 => new ConvolutionKernels<Lanes128>(team),
        LaneKind.Software128 => new ConvolutionKernels<SoftwareLanes128>(team),
        _ => new ConvolutionKernels<ScalarLane>(team),
    };

    /// <summary>y[sample, row, column, output] from x[sample, row, column, input] and w[kernel row, kernel column, input, output].</summary>
    public abstract void Forward(in ConvolutionShape shape, ReadOnlySpan<float> x, ReadOnlySpan<float> w, Span<float> y);

    /// <summary>dx from dy and w.</summary>
    public abstract void InputGradient(in ConvolutionShape shape, ReadOnlySpan<float> dy, ReadOnlySpan<float> w, Span<float> dx);

    /// <summary>dw from x and dy.</summary>
    public abstract void WeightGradient(in ConvolutionShape shape, ReadOnlySpan<float> x, ReadOnlySpan<float> dy, Span<float> dw);
}
