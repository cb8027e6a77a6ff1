namespace Ledger.Arithmetic.Reference;

/// <summary>ReLU by selection: zeros are always +0.</summary>
internal static class Rectifier
{
    /// <summary>y = y &gt; 0 ? y : +0.</summary>
    public static void Forward(Span<float> y)
    {
        for (var i = 0; i < y.Length; i++)
        {
            y[i] = y[i] > 0f ? y[i] : 0f;
        }
    }

    /// <summary>dy = y &gt; 0 ? dy : +0; true if every result is finite.</summary>
    public static bool Backward(ReadOnlySpan<float> y, Span<float> dy)
    {
        var isFinite = true;
        for (var i = 0; i < y.Length; i++)
        {
            dy[i] = y[i] > 0f ? dy[i] : 0f;
            isFinite &= float.IsFinite(dy[i]);
        }

        return isFinite;
    }
}
