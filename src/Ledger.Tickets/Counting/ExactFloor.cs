namespace Ledger.Tickets.Counting;

/// <summary>n = ⌊p · kept⌋ (Zhou et al. 2019), computed in decimals: ⌊0.29 · 100⌋ is 29 here and 28 in binary64.</summary>
public sealed class ExactFloor : ICountRule
{
    /// <inheritdoc/>
    public string Name => "exact_floor/1";

    /// <inheritdoc/>
    public int ToPrune(decimal fraction, int kept) => (int)decimal.Floor(fraction * kept);
}
