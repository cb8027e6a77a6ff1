using System.Numerics;

namespace Ledger.Application.Claims.Statistics;

/// <summary>Large whole numbers brought back to what a binary64 holds.</summary>
internal static class Exact
{
    private const int KeptBits = 64;

    /// <summary>The quotient of two whole numbers of any size, from the 64 leading bits of each.</summary>
    public static double Divide(BigInteger numerator, BigInteger denominator)
    {
        var (above, below) = (Surplus(numerator), Surplus(denominator));
        return Math.ScaleB((double)(numerator >> above) / (double)(denominator >> below), above - below);
    }

    private static int Surplus(BigInteger number) => (int)Math.Max(0, BigInteger.Abs(number).GetBitLength() - KeptBits);
}
