namespace Ledger.Arithmetic.Reference;

/// <summary>The bias of a linear layer.</summary>
internal static class Bias
{
    /// <summary>y[b, o] = y[b, o] + bias[o]; true if every result is finite.</summary>
    public static bool Add(Span<float> y, ReadOnlySpan<float> bias)
    {
        var isFinite = true;
        for (var i = 0; i < y.Length; i++)
        {
            y[i] += bias[i % bias.Length];
            isFinite &= float.IsFinite(y[i]);
        }

        return isFinite;
    }
}
