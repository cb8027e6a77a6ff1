namespace Ledger.Arithmetic.Elementary;

/// <summary>
/// a·b + c with one rounding to binary32, without fma hardware: the product is exact in binary64, the sum is rounded to odd there,
/// and odd survives the second rounding. Boldo and Melquiond, "Emulation of a FMA and correctly rounded sums", 2008.
/// </summary>
public static class SoftwareFma
{
    /// <summary>fma(a, b, c).</summary>
    public static float FusedMultiplyAdd(float a, float b, float c) => (float)SumToOdd((double)a * b, c);

    private static double SumToOdd(double x, double y)
    {
        var sum = x + y;
        var yInSum = sum - x;
        var error = x - (sum - yInSum) + (y - yInSum);
        var bits = BitConverter.DoubleToInt64Bits(sum);

        // An infinite or NaN sum has a NaN error, and stays.
        if (error == 0 || double.IsNaN(error) || (bits & 1) != 0)
        {
            return sum;
        }

        // An even last bit becomes odd: one up in magnitude if the rest has the sum's sign, else one down.
        return BitConverter.Int64BitsToDouble(bits + (error > 0 == sum > 0 ? 1 : -1));
    }
}
