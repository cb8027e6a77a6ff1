namespace Ledger.Arithmetic.Fast;

/// <summary>The keys of the fingerprint as arrays: the 4096 element keys, and the lane keys of the blocks met so far.</summary>
internal sealed class FingerprintTables
{
    private ulong[] _first = [], _second = [];

    /// <summary>The 32-bit factors of a block's elements.</summary>
    public uint[] Elements { get; } = FingerprintKeys.Elements.ToArray();

    /// <summary>Both lane keys of <paramref name="blocks"/> blocks, computed once.</summary>
    public (ulong[] First, ulong[] Second) Lanes(int blocks)
    {
        var wanted = blocks * FingerprintKeys.Lanes;
        if (_first.Length < wanted)
        {
            (_first, _second) = (new ulong[wanted], new ulong[wanted]);
            for (var n = 0; n < wanted; n++)
            {
                _first[n] = FingerprintKeys.First(n / FingerprintKeys.Lanes, n % FingerprintKeys.Lanes);
                _second[n] = FingerprintKeys.Second(n / FingerprintKeys.Lanes, n % FingerprintKeys.Lanes);
            }
        }

        return (_first, _second);
    }
}
