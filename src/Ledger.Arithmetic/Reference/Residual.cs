namespace Ledger.Arithmetic.Reference;

/// <summary>Where two paths meet.</summary>
internal static class Residual
{
    /// <summary>y = main + shortcut; true if every result is finite. <paramref name="y"/> may be either of them.</summary>
    public static bool Add(ReadOnlySpan<float> main, ReadOnlySpan<float> shortcut, Span<float> y)
    {
        var isFinite = true;
        for (var n = 0; n < y.Length; n++)
        {
            y[n] = main[n] + shortcut[n];
            isFinite &= float.IsFinite(y[n]);
        }

        return isFinite;
    }
}
