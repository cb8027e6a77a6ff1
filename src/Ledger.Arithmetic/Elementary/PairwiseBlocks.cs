namespace Ledger.Arithmetic.Elementary;

/// <summary>The order in which samples are summed: blocks of 32 by index, then a fixed tree.</summary>
public static class PairwiseBlocks
{
    /// <summary>Samples in a block.</summary>
    public const int BlockSize = 32;

    // A stack of 2^k-block sums holds at most one of each k.
    internal const int MaximumDepth = 32;

    /// <summary>
    /// Σ terms in binary32: each block from +0 in ascending order; the blocks' sums folded pairwise (0 + 1, 2 + 3, …, an odd one
    /// carried over, repeat).
    /// </summary>
    public static float Sum(ReadOnlySpan<float> terms)
    {
        var fold = new PairwiseFold(stackalloc float[MaximumDepth]);
        for (var start = 0; start < terms.Length; start += BlockSize)
        {
            var sum = 0f;
            foreach (var term in terms.Slice(start, Math.Min(BlockSize, terms.Length - start)))
            {
                sum += term;
            }

            fold.Add(sum);
        }

        return fold.Total();
    }
}
