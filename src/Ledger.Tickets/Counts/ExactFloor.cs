using System.Globalization;
using System.Numerics;

namespace Ledger.Tickets.Counts;

/// <summary>The count rule <c>exact_floor/1</c>: floor(fraction · kept), computed rationally (METHODS 0.3, DESIGN A10).</summary>
public static class ExactFloor
{
    /// <summary>How many of <paramref name="kept"/> weights a round removes; fewer than all of them for a fraction below 1.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The fraction is not in [0, 1), or the number of weights is negative.</exception>
    public static long Removed(decimal fraction, long kept)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(fraction);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(fraction, 1m);
        ArgumentOutOfRangeException.ThrowIfNegative(kept);
        var scale = fraction.Scale;
        var digits = fraction.ToString("F" + scale.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture).Replace(".", "", StringComparison.Ordinal);
        return (long)(BigInteger.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture) * kept / BigInteger.Pow(10, scale));
    }
}
