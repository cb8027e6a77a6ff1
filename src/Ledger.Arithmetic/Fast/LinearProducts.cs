using Ledger.Arithmetic.Devices;
using Ledger.Arithmetic.Elementary;

namespace Ledger.Arithmetic.Fast;

/// <summary>The products of a linear layer in register tiles.</summary>
/// <typeparam name="T">The lanes.</typeparam>
internal sealed unsafe class LinearProducts<T>(ThreadTeam team)
    where T : struct, ILanes<T>
{
    private float[] _scratch = [];

    /// <summary>Rows of x against columns of w, both in place.</summary>
    public void Forward(LinearShape shape, ReadOnlySpan<float> x, ReadOnlySpan<float> w, Span<float> y)
    {
        fixed (float* a = x, b = w, c = y)
        {
            Multiply(shape.Samples, shape.Outputs, shape.Inputs, shape.Inputs, a, shape.Inputs, 1, b, shape.Outputs, c);
        }
    }

    /// <summary>Rows of dy against columns of wᵀ, which is written out first.</summary>
    public void InputGradient(LinearShape shape, ReadOnlySpan<float> dy, ReadOnlySpan<float> w, Span<float> dx)
    {
        // 16 floats off a multiple of 4 KiB, so that consecutive rows don't fall into the same cache sets.
        var stride = ((shape.Inputs + 15) & ~15) + (shape.Inputs % 1024 > 1008 || shape.Inputs % 1024 == 0 ? 16 : 0);
        fixed (float* a = dy, source = w, b = Scratch(shape.Outputs * stride), c = dx)
        {
            Transposition.Run(team, source, shape.Inputs, shape.Outputs, b, stride);
            Multiply(shape.Samples, shape.Inputs, shape.Outputs, shape.Outputs, a, shape.Outputs, 1, b, stride, c);
        }
    }

    /// <summary>Columns of x against columns of dy, both in place, in blocks of samples.</summary>
    public void WeightGradient(LinearShape shape, ReadOnlySpan<float> x, ReadOnlySpan<float> dy, Span<float> dw)
    {
        fixed (float* a = x, b = dy, c = dw)
        {
            Multiply(shape.Inputs, shape.Outputs, shape.Samples, PairwiseBlocks.BlockSize, a, 1, shape.Inputs, b, shape.Outputs, c);
        }
    }

    /// <summary>One row of ones against dy: fma(1, dy, sum) is the plain addition.</summary>
    public void BiasGradient(ReadOnlySpan<float> dy, Span<float> dbias)
    {
        var one = 1f;
        fixed (float* b = dy, c = dbias)
        {
            Multiply(1, dbias.Length, dy.Length / dbias.Length, PairwiseBlocks.BlockSize, &one, 0, 0, b, dbias.Length, c);
        }
    }

    private void Multiply(int rows, int columns, int depth, int blockDepth, float* a, nint aRow, nint aStep, float* b, nint bStep, float* c) =>
        TiledProduct.Run<T>(team, new TiledProduct
        {
            Rows = rows,
            Columns = columns,
            Depth = depth,
            BlockDepth = blockDepth,
            A = a,
            ARow = aRow,
            AStep = aStep,
            B = b,
            BStep = bStep,
            C = c,
            CRow = columns,
        });

    private Span<float> Scratch(int length)
    {
        // The last row's tile may be read whole.
        if (_scratch.Length < length + 2 * T.Count)
        {
            _scratch = new float[length + 2 * T.Count];
        }

        return _scratch;
    }
}
