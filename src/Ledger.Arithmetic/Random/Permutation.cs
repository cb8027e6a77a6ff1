namespace Ledger.Arithmetic.Random;

/// <summary>Random orders by Fisher and Yates, as Durstenfeld runs it (CACM 7, 1964).</summary>
public static class Permutation
{
    /// <summary>
    /// Fills <paramref name="order"/> with a permutation of 0 … n − 1: from the identity, for i = n − 1 … 1, element i changes places
    /// with element floor(word(i)·(i + 1) / 2³²) of the epoch's order stream.
    /// </summary>
    public static void Draw(ulong seed, uint epoch, Span<int> order)
    {
        for (var i = 0; i < order.Length; i++)
        {
            order[i] = i;
        }

        var stream = new PhiloxStream(seed, Purpose.Order, layer: 0, step: epoch);
        for (var i = order.Length - 1; i > 0; i--)
        {
            var j = (int)((ulong)stream.Word((uint)i) * (uint)(i + 1) >> 32);
            (order[i], order[j]) = (order[j], order[i]);
        }
    }
}
