using System.Globalization;
using System.Numerics;

namespace Ledger.Tickets.Counting;

/// <summary>n = ⌊p · kept⌋ (Zhou et al. 2019), computed rationally: ⌊0.29 · 100⌋ is 29 here and 28 in binary64.</summary>
public sealed class ExactFloor : ICountRule
{
    /// <inheritdoc/>
    public string Name => "exact_floor/1";

    /// <inheritdoc/>
    /// <remarks>Integers, because a product of decimals is rounded: 0.9271024299190026999100029999 · 30001 would be 27814.</remarks>
    public int ToPrune(decimal fraction, int kept)
    {
        var digits = decimal.Parse(fraction.ToString(CultureInfo.InvariantCulture).Replace(".", "", StringComparison.Ordinal), CultureInfo.InvariantCulture);
        return (int)(new BigInteger(digits) * kept / BigInteger.Pow(10, fraction.Scale));
    }
}
