using Ledger.Arithmetic.Devices;
using Ledger.Arithmetic.Elementary;
using Ledger.Arithmetic.Tensors;

namespace Ledger.Arithmetic.Reference;

/// <summary>The two products of a linear layer whose chains run over features; masked weights are skipped.</summary>
internal static class Products
{
    /// <summary>y[B, O] = x[B, I] · w[I, O].</summary>
    public static void Forward(LinearShape shape, ReadOnlySpan<float> x, ReadOnlySpan<float> w, MaskBits mask, Span<float> y)
    {
        for (var b = 0; b < shape.Samples; b++)
        {
            for (var o = 0; o < shape.Outputs; o++)
            {
                y[b * shape.Outputs + o] = ForwardChain(shape, x, w, mask, b, o);
            }
        }
    }

    /// <summary>dx[B, I] = dy[B, O] · wᵀ.</summary>
    public static void Backward(LinearShape shape, ReadOnlySpan<float> dy, ReadOnlySpan<float> w, MaskBits mask, Span<float> dx)
    {
        for (var b = 0; b < shape.Samples; b++)
        {
            for (var i = 0; i < shape.Inputs; i++)
            {
                dx[b * shape.Inputs + i] = BackwardChain(shape, dy, w, mask, b, i);
            }
        }
    }

    /// <summary>One element of y: fma over ascending i from +0, then + (+0), which turns the −0 of an underflow into +0.</summary>
    public static float ForwardChain(LinearShape shape, ReadOnlySpan<float> x, ReadOnlySpan<float> w, MaskBits mask, int b, int o)
    {
        var sum = 0f;
        for (var i = 0; i < shape.Inputs; i++)
        {
            if (mask.Keeps(i * shape.Outputs + o))
            {
                sum = ExactFma.Of(x[b * shape.Inputs + i], w[i * shape.Outputs + o], sum);
            }
        }

        return sum + 0f;
    }

    /// <summary>One element of dx: fma over ascending o from +0, then + (+0).</summary>
    public static float BackwardChain(LinearShape shape, ReadOnlySpan<float> dy, ReadOnlySpan<float> w, MaskBits mask, int b, int i)
    {
        var sum = 0f;
        for (var o = 0; o < shape.Outputs; o++)
        {
            if (mask.Keeps(i * shape.Outputs + o))
            {
                sum = ExactFma.Of(dy[b * shape.Outputs + o], w[i * shape.Outputs + o], sum);
            }
        }

        return sum + 0f;
    }
}
