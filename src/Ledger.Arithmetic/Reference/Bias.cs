namespace Ledger.Arithmetic.Reference;

/// <summary>The bias of a linear layer.</summary>
internal static class Bias
{
    /// <summary>y[b, o] = y[b, o] + bias[o]; true if every result is finite.</summary>
    public static bool Add(Span<float> y, ReadOnlySpan<float> bias)
    {
        var isFinite = true;
        for (var row = 0; row < y.Length; row += bias.Length)
        {
            for (var o = 0; o < bias.Length; o++)
            {
                y[row + o] += bias[o];
                isFinite &= float.IsFinite(y[row + o]);
            }
        }

        return isFinite;
    }
}
