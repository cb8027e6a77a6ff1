namespace Ledger.Arithmetic;

/// <summary>
/// The two key sequences of the fingerprint: key(i) = element key (i mod 4096) · lane key (i div 4096, i mod 16) mod 2⁶⁴.
/// All factors are odd, so that any changed bit changes both sums.
/// </summary>
internal static class FingerprintKeys
{
    /// <summary>Elements that share the sixteen lane keys.</summary>
    public const int BlockSize = 4096;

    /// <summary>Lanes of a block: lane = i mod 16.</summary>
    public const int Lanes = 16;

    private const ulong ElementSeed = 1, FirstSeed = 2, SecondSeed = 3;

    private static readonly uint[] ElementTable = [.. Enumerable.Range(0, BlockSize).Select(i => (uint)Mix(ElementSeed, (ulong)i) | 1)];

    /// <summary>The 32-bit factors of a block's 4096 elements, each of them serving every block.</summary>
    public static ReadOnlySpan<uint> Elements => ElementTable;

    /// <summary>The lane's factor in the first sum.</summary>
    public static ulong First(int block, int lane) => Mix(FirstSeed, (ulong)block * Lanes + (ulong)lane) | 1;

    /// <summary>The lane's factor in the second sum.</summary>
    public static ulong Second(int block, int lane) => Mix(SecondSeed, (ulong)block * Lanes + (ulong)lane) | 1;

    /// <summary>Output <paramref name="index"/> of SplitMix64 (Steele, Lea, Flood, OOPSLA 2014) seeded with <paramref name="seed"/>.</summary>
    private static ulong Mix(ulong seed, ulong index)
    {
        var z = unchecked(seed + (index + 1) * 0x9E3779B97F4A7C15);
        z = unchecked((z ^ (z >> 30)) * 0xBF58476D1CE4E5B9);
        z = unchecked((z ^ (z >> 27)) * 0x94D049BB133111EB);
        return z ^ (z >> 31);
    }
}
