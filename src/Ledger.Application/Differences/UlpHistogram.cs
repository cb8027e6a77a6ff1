using System.Numerics;

namespace Ledger.Application.Differences;

/// <summary>How many pairs of binary32 numbers are how many representable numbers apart: 0, 1, 2–3, 4–7 and so on by powers of two.</summary>
public sealed class UlpHistogram
{
    // Distances go up to 2³²: 0, and one bin for each length in bits.
    private readonly long[] _counts = new long[34];

    /// <summary>Pairs by distance, up to the last distance that occurs: bin 0 is 0, bin b is 2^(b−1) to 2^b − 1.</summary>
    public IReadOnlyList<long> Counts => _counts[..(Array.FindLastIndex(_counts, static count => count > 0) + 1)];

    /// <summary>Adds a pair.</summary>
    public void Add(float a, float b) => _counts[BinOf(Distance(a, b))]++;

    /// <summary>Adds all of another one.</summary>
    public void Add(UlpHistogram other)
    {
        for (var bin = 0; bin < _counts.Length; bin++)
        {
            _counts[bin] += other._counts[bin];
        }
    }

    /// <summary>How many steps from one representable number to the next lie between two; +0 and −0 are one number.</summary>
    public static long Distance(float a, float b) => Math.Abs(Rank(a) - Rank(b));

    /// <summary>The bin of a distance.</summary>
    public static int BinOf(long distance) => distance == 0 ? 0 : BitOperations.Log2((ulong)distance) + 1;

    /// <summary>The distances of a bin, for example <c>4–7</c>.</summary>
    public static string NameOf(int bin) => bin switch
    {
        0 => "0",
        1 => "1",
        _ => $"{1L << (bin - 1)}–{(1L << bin) - 1}",
    };

    private static long Rank(float value) => BitConverter.SingleToInt32Bits(value) is var bits && bits >= 0 ? bits : int.MinValue - (long)bits;
}
