namespace Ledger.Arithmetic.Elementary;

/// <summary>
/// exp and ln of binary32, correctly rounded to nearest even for every input: binary64 in fixed operations, then one rounding.
/// NaN gives the canonical NaN 0x7FC00000. All 2³² inputs were compared with a double-double evaluation (docs/arithmetic.md).
/// </summary>
public static class CorrectlyRounded
{
    // Beyond these the result is +∞, or rounds to +0: e^89 > 2^128, e^−104 < 2^−150.
    private const float Overflow = 89f, Underflow = -104f;

    /// <summary>The canonical NaN, 0x7FC00000.</summary>
    public static float NotANumber => BitConverter.UInt32BitsToSingle(0x7FC0_0000);

    /// <summary>e^<paramref name="x"/>.</summary>
    public static float Exp(float x)
    {
        if (x is > Underflow and < Overflow)
        {
            return (float)Binary64.Exp(x);
        }

        return float.IsNaN(x) ? NotANumber : x > 0 ? float.PositiveInfinity : 0f;
    }

    /// <summary>ln <paramref name="x"/>; −∞ for zeros, NaN below.</summary>
    public static float Log(float x)
    {
        if (x is > 0f and < float.PositiveInfinity)
        {
            return (float)Binary64.Log(x);
        }

        return x == 0f ? float.NegativeInfinity : x > 0f ? x : NotANumber;
    }
}
