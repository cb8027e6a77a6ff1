using Ledger.Arithmetic.Elementary;
using Ledger.Arithmetic.Operations;
using Ledger.Arithmetic.Tensors;

namespace Ledger.Arithmetic.Reference;

/// <summary>Convolutions over [sample, row, column, channel]; taps in the padding and masked weights are skipped.</summary>
internal static class Convolutions
{
    /// <summary>y[b, r, c, o]: one fma chain from +0 over ascending (kr, kc, i) of x[b, r·s + kr − p, c·s + kc − p, i] · w[kr, kc, i, o], then + (+0).</summary>
    public static void Forward(ConvolutionShape shape, ReadOnlySpan<float> x, ReadOnlySpan<float> w, MaskBits mask, Span<float> y)
    {
        for (var n = 0; n < shape.OutputSize; n++)
        {
            var (position, o) = (n / shape.Outputs, n % shape.Outputs);
            var (b, r, c) = (position / shape.OutputPositions, position / shape.OutputColumns % shape.OutputRows, position % shape.OutputColumns);
            y[n] = ForwardChain(shape, x, w, mask, b, r, c, o);
        }
    }

    /// <summary>
    /// dx[b, r, c, i]: one fma chain from +0 over ascending (kr, kc, o) of dy[b, r', c', o] · w[kr, kc, i, o] where r'·s + kr − p = r and
    /// c'·s + kc − p = c, then + (+0).
    /// </summary>
    public static void InputGradient(ConvolutionShape shape, ReadOnlySpan<float> dy, ReadOnlySpan<float> w, MaskBits mask, Span<float> dx)
    {
        for (var n = 0; n < shape.InputSize; n++)
        {
            var (position, i) = (n / shape.Inputs, n % shape.Inputs);
            var (b, r, c) = (position / shape.InputPositions, position / shape.Columns % shape.Rows, position % shape.Columns);
            dx[n] = InputChain(shape, dy, w, mask, b, r, c, i);
        }
    }

    /// <summary>
    /// dw[kr, kc, i, o]: per sample one fma chain from +0 over output positions, row by row, of x[b, r·s + kr − p, c·s + kc − p, i] ·
    /// dy[b, r, c, o], then + (+0); these summed over samples in blocks of 32, folded pairwise. Masked entries become +0.
    /// </summary>
    public static void WeightGradient(ConvolutionShape shape, ReadOnlySpan<float> x, ReadOnlySpan<float> dy, MaskBits mask, Span<float> dw)
    {
        Span<float> stack = stackalloc float[PairwiseBlocks.MaximumDepth];
        for (var n = 0; n < shape.WeightSize; n++)
        {
            var (tap, i, o) = (n / shape.Outputs / shape.Inputs, n / shape.Outputs % shape.Inputs, n % shape.Outputs);
            var fold = new SampleFold(stack);
            for (var b = 0; b < shape.Samples && mask.Keeps(n); b++)
            {
                fold.Add(WeightChain(shape, x, dy, b, tap / shape.Kernel, tap % shape.Kernel, i, o));
            }

            dw[n] = fold.Total();
        }
    }

    private static float ForwardChain(ConvolutionShape shape, ReadOnlySpan<float> x, ReadOnlySpan<float> w, MaskBits mask, int b, int r, int c, int o)
    {
        var sum = 0f;
        for (var tap = 0; tap < shape.Kernel * shape.Kernel; tap++)
        {
            var (row, column) = (r * shape.Stride + tap / shape.Kernel - shape.Padding, c * shape.Stride + tap % shape.Kernel - shape.Padding);
            if (row < 0 || row >= shape.Rows || column < 0 || column >= shape.Columns)
            {
                continue;
            }

            var pixel = ((b * shape.Rows + row) * shape.Columns + column) * shape.Inputs;
            for (var i = 0; i < shape.Inputs; i++)
            {
                var weight = (tap * shape.Inputs + i) * shape.Outputs + o;
                sum = mask.Keeps(weight) ? ExactFma.Of(x[pixel + i], w[weight], sum) : sum;
            }
        }

        return sum + 0f;
    }

    private static float InputChain(ConvolutionShape shape, ReadOnlySpan<float> dy, ReadOnlySpan<float> w, MaskBits mask, int b, int r, int c, int i)
    {
        var sum = 0f;
        for (var tap = 0; tap < shape.Kernel * shape.Kernel; tap++)
        {
            var (row, rowRest) = Math.DivRem(r + shape.Padding - tap / shape.Kernel, shape.Stride);
            var (column, columnRest) = Math.DivRem(c + shape.Padding - tap % shape.Kernel, shape.Stride);
            if (rowRest != 0 || columnRest != 0 || row < 0 || row >= shape.OutputRows || column < 0 || column >= shape.OutputColumns)
            {
                continue;
            }

            var pixel = ((b * shape.OutputRows + row) * shape.OutputColumns + column) * shape.Outputs;
            for (var o = 0; o < shape.Outputs; o++)
            {
                var weight = (tap * shape.Inputs + i) * shape.Outputs + o;
                sum = mask.Keeps(weight) ? ExactFma.Of(dy[pixel + o], w[weight], sum) : sum;
            }
        }

        return sum + 0f;
    }

    private static float WeightChain(ConvolutionShape shape, ReadOnlySpan<float> x, ReadOnlySpan<float> dy, int b, int kr, int kc, int i, int o)
    {
        var sum = 0f;
        for (var position = 0; position < shape.OutputPositions; position++)
        {
            var row = position / shape.OutputColumns * shape.Stride + kr - shape.Padding;
            var column = position % shape.OutputColumns * shape.Stride + kc - shape.Padding;
            if (row >= 0 && row < shape.Rows && column >= 0 && column < shape.Columns)
            {
                var pixel = (b * shape.Rows + row) * shape.Columns + column;
                sum = ExactFma.Of(x[pixel * shape.Inputs + i], dy[(b * shape.OutputPositions + position) * shape.Outputs + o], sum);
            }
        }

        return sum + 0f;
    }
}
