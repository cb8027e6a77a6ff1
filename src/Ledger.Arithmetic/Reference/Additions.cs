namespace Ledger.Arithmetic.Reference;

/// <summary>Where two paths of a network meet.</summary>
internal static class Additions
{
    /// <summary>target = target + source; then target &gt; 0 ? target : +0 if <paramref name="rectify"/>. True if every sum is finite.</summary>
    public static bool AddTo(ReadOnlySpan<float> source, Span<float> target, bool rectify)
    {
        var isFinite = true;
        for (var i = 0; i < target.Length; i++)
        {
            var sum = target[i] + source[i];
            isFinite &= float.IsFinite(sum);
            target[i] = !rectify || sum > 0f ? sum : 0f;
        }

        return isFinite;
    }
}
