using Ledger.Arithmetic.Operations;

namespace Ledger.Arithmetic.Fast.Convolutions.Sparse;

/// <summary>
/// One axis of a convolution's result, or of its gradient by the input: positions of a phase see sources at even steps. Position j of
/// phase f is f + j·<see cref="TargetStep"/>; a tap that the phase sees is at <see cref="First"/> + j·<see cref="SourceStep"/>.
/// </summary>
/// <param name="Targets">Positions of the result.</param>
/// <param name="Sources">Positions of the source.</param>
/// <param name="Kernel">Taps.</param>
/// <param name="TargetStep">The stride of a gradient, else 1; there are as many phases.</param>
/// <param name="SourceStep">The stride of a product, else 1.</param>
/// <param name="Padding">The convolution's padding.</param>
/// <param name="IsBackward">True for a gradient.</param>
internal readonly record struct TapSteps(int Targets, int Sources, int Kernel, int TargetStep, int SourceStep, int Padding, bool IsBackward)
{
    /// <summary>Rows of y, which see rows of x.</summary>
    public static TapSteps ForwardRows(in ConvolutionShape shape) => new(shape.OutputRows, shape.Rows, shape.Kernel, 1, shape.Stride, shape.Padding, IsBackward: false);

    /// <summary>Columns of y, which see columns of x.</summary>
    public static TapSteps ForwardColumns(in ConvolutionShape shape) => new(shape.OutputColumns, shape.Columns, shape.Kernel, 1, shape.Stride, shape.Padding, IsBackward: false);

    /// <summary>Rows of dx, which see rows of dy.</summary>
    public static TapSteps BackwardRows(in ConvolutionShape shape) => new(shape.Rows, shape.OutputRows, shape.Kernel, shape.Stride, 1, shape.Padding, IsBackward: true);

    /// <summary>Columns of dx, which see columns of dy.</summary>
    public static TapSteps BackwardColumns(in ConvolutionShape shape) => new(shape.Columns, shape.OutputColumns, shape.Kernel, shape.Stride, 1, shape.Padding, IsBackward: true);

    /// <summary>Positions of a phase.</summary>
    public int Count(int phase) => (Targets - phase + TargetStep - 1) / TargetStep;

    /// <summary>True if the phase's positions see sources by this tap.</summary>
    public bool Sees(int phase, int tap) => !IsBackward || (phase + Padding - tap) % TargetStep == 0;

    /// <summary>The source that a phase's first position sees by a tap; it may lie outside.</summary>
    public int First(int phase, int tap) => IsBackward ? (phase + Padding - tap) / TargetStep : tap - Padding;

    /// <summary>Positions before the first source that some position sees.</summary>
    public int Border()
    {
        var border = 0;
        foreach (var (phase, tap) in Seen())
        {
            border = Math.Max(border, -First(phase, tap));
        }

        return border;
    }

    /// <summary>Positions from the border's first to the last that is a source or is seen.</summary>
    public int Extent()
    {
        var last = Sources - 1;
        foreach (var (phase, tap) in Seen())
        {
            last = Math.Max(last, First(phase, tap) + (Count(phase) - 1) * SourceStep);
        }

        return Border() + last + 1;
    }

    /// <summary>The taps whose sources exist, of a position of the result: from the first to before the end, those between that are not seen included.</summary>
    public (int First, int End) Taps(int target)
    {
        var (first, end) = (0, 0);
        for (var tap = Kernel - 1; tap >= 0; tap--)
        {
            if (Sees(target % TargetStep, tap) && Source(target, tap) is var source && source >= 0 && source < Sources)
            {
                (first, end) = (tap, end == 0 ? tap + 1 : end);
            }
        }

        return (first, end);
    }

    /// <summary>The source that a position sees by a tap of its phase.</summary>
    public int Source(int target, int tap) => First(target % TargetStep, tap) + target / TargetStep * SourceStep;

    private IEnumerable<(int Phase, int Tap)> Seen()
    {
        for (var phase = 0; phase < TargetStep; phase++)
        {
            for (var tap = 0; tap < Kernel; tap++)
            {
                if (Sees(phase, tap))
                {
                    yield return (phase, tap);
                }
            }
        }
    }
}
