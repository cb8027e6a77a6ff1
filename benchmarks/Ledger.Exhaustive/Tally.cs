namespace Ledger.Exhaustive;

/// <summary>What a range of inputs gave.</summary>
/// <param name="Digest">Σ bits(f(x))·(2·bits(x) + 1) mod 2⁶⁴: any order, any machine.</param>
/// <param name="Close">Results too close to the middle between two neighbours for binary64 to decide.</param>
/// <param name="Disagreements">Of all, how many are not the correct rounding.</param>
internal readonly record struct Tally(ulong Digest, int Close, int Disagreements)
{
    public static Tally operator +(Tally a, Tally b) => new(a.Digest + b.Digest, a.Close + b.Close, a.Disagreements + b.Disagreements);
}
