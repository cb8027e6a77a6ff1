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
            return BitConverter.SingleToUInt32Bits(x) switch
            {
                // The five logarithms too close to the middle between two neighbours for binary64 to tell the side.
                0x3C413D3A => BitConverter.UInt32BitsToSingle(0xC08E158F),
                0x41178FEB => BitConverter.UInt32BitsToSingle(0x400FE5E7),
                0x4C5D65A5 => BitConverter.UInt32BitsToSingle(0x418F034B),
                0x65D890D3 => BitConverter.UInt32BitsToSingle(0x4254D1F9),
                0x6F31A8EC => BitConverter.UInt32BitsToSingle(0x42845A89),
                _ => (float)Binary64.Log(x),
            };
        }

        return x == 0f ? float.NegativeInfinity : x > 0f ? x : NotANumber;
    }
}
