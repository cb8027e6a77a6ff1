using Ledger.Arithmetic.Random;

namespace Ledger.Arithmetic.Reference;

/// <summary>Dropout: kept elements are scaled, the others +0.</summary>
internal static class DroppingOut
{
    /// <summary>y[n] = word(n) ≥ threshold ? y[n]·scale : +0.</summary>
    public static void Run(PhiloxStream words, uint threshold, float scale, Span<float> y)
    {
        for (var n = 0; n < y.Length; n++)
        {
            y[n] = words.Word((uint)n) >= threshold ? y[n] * scale : 0f;
        }
    }
}
