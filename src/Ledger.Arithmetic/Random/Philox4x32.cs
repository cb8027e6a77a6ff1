namespace Ledger.Arithmetic.Random;

/// <summary>
/// Philox4x32-10: a bijection of 128-bit counters keyed by a 64-bit seed, low word first.
/// Salmon, Moraes, Dror, Shaw: "Parallel random numbers: as easy as 1, 2, 3", SC 2011.
/// </summary>
public static class Philox4x32
{
    internal const uint Multiplier0 = 0xD2511F53, Multiplier1 = 0xCD9E8D57;
    internal const uint Weyl0 = 0x9E3779B9, Weyl1 = 0xBB67AE85;
    internal const int Rounds = 10;

    /// <summary>The four words that belong to <paramref name="counter"/>.</summary>
    public static PhiloxBlock Block(ulong seed, PhiloxBlock counter)
    {
        var (c0, c1, c2, c3) = counter;
        var (k0, k1) = ((uint)seed, (uint)(seed >> 32));
        for (var round = 0; round < Rounds; round++)
        {
            var product0 = (ulong)Multiplier0 * c0;
            var product1 = (ulong)Multiplier1 * c2;
            (c0, c1, c2, c3) = ((uint)(product1 >> 32) ^ c1 ^ k0, (uint)product1, (uint)(product0 >> 32) ^ c3 ^ k1, (uint)product0);
            (k0, k1) = (k0 + Weyl0, k1 + Weyl1);
        }

        return new PhiloxBlock(c0, c1, c2, c3);
    }
}
