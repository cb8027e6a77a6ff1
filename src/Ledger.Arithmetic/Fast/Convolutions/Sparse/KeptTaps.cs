using Ledger.Arithmetic.Operations;
using Ledger.Arithmetic.Tensors;

namespace Ledger.Arithmetic.Fast.Convolutions.Sparse;

/// <summary>The kept weights of each channel of a result in the order of its chains, (kernel row, kernel column, channel) ascending, apart for each phase of rows and of columns.</summary>
internal sealed class KeptTaps
{
    private KeptTaps(TapSteps rows, TapSteps columns, RowLayout source, int targets)
    {
        (Rows, Columns, Source) = (rows, columns, source);
        Target = RowLayout.OfTargets(columns, targets, source.Lanes);
        Starts = new int[rows.TargetStep * columns.TargetStep * targets * (rows.Kernel + 1)];
    }

    /// <summary>The axes.</summary>
    public TapSteps Rows { get; }

    /// <inheritdoc cref="Rows"/>
    public TapSteps Columns { get; }

    /// <summary>Rows of the source.</summary>
    public RowLayout Source { get; }

    /// <summary>Rows of the result.</summary>
    public RowLayout Target { get; }

    /// <summary>[row phase][column phase][channel][kernel row]: the first tap, and behind the last kernel row the end.</summary>
    public int[] Starts { get; }

    /// <summary>All taps.</summary>
    public KeptTap[] Taps { get; private set; } = [];

    /// <summary>The chains of y.</summary>
    public static KeptTaps Forward(in ConvolutionShape shape, MaskBits mask, int lanes)
    {
        var columns = TapSteps.ForwardColumns(shape);
        var taps = new KeptTaps(TapSteps.ForwardRows(shape), columns, RowLayout.OfSources(columns, shape.Inputs, lanes), shape.Outputs);
        taps.Fill(mask, sourceStep: shape.Outputs, targetStep: 1);
        return taps;
    }

    /// <summary>The chains of dx.</summary>
    public static KeptTaps Backward(in ConvolutionShape shape, MaskBits mask, int lanes)
    {
        var columns = TapSteps.BackwardColumns(shape);
        var taps = new KeptTaps(TapSteps.BackwardRows(shape), columns, RowLayout.OfSources(columns, shape.Outputs, lanes), shape.Inputs);
        taps.Fill(mask, sourceStep: 1, targetStep: shape.Outputs);
        return taps;
    }

    private void Fill(MaskBits mask, int sourceStep, int targetStep)
    {
        var (taps, start) = (new List<KeptTap>(), 0);
        for (var phase = 0; phase < Rows.TargetStep * Columns.TargetStep; phase++)
        {
            for (var target = 0; target < Target.Channels; target++)
            {
                for (var row = 0; row < Rows.Kernel; row++)
                {
                    Starts[start++] = taps.Count;
                    if (Rows.Sees(phase / Columns.TargetStep, row))
                    {
                        Append(taps, mask, row, phase % Columns.TargetStep, target * targetStep, sourceStep);
                    }
                }

                Starts[start++] = taps.Count;
            }
        }

        Taps = [.. taps];
    }

    private void Append(List<KeptTap> taps, MaskBits mask, int row, int phase, int target, int sourceStep)
    {
        for (var column = 0; column < Columns.Kernel; column++)
        {
            for (var source = 0; source < Source.Channels && Columns.Sees(phase, column); source++)
            {
                var weight = (row * Columns.Kernel + column) * Source.Channels * Target.Channels + target + source * sourceStep;
                if (mask.Keeps(weight))
                {
                    taps.Add(new KeptTap(row, source * Source.Channel + Source.At(Columns.First(phase, column)), weight));
                }
            }
        }
    }
}
