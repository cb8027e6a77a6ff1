using Ledger.Arithmetic.Elementary;

namespace Ledger.Arithmetic.Fast.Maps;

/// <summary>Sums of columns over samples, in blocks of 32, folded pairwise.</summary>
internal static unsafe class SampleFolds
{
    /// <summary>sums[c] from terms[sample, c]: one row of ones against the terms, because fma(1, term, sum) is the plain addition.</summary>
    public static void Run<T>(ThreadTeam team, float* terms, int samples, int channels, float* sums)
        where T : struct, ILanes<T>
    {
        var one = 1f;
        TiledProduct.Run<T>(team, new TiledProduct
        {
            Rows = 1,
            Columns = channels,
            Depth = samples,
            BlockDepth = PairwiseBlocks.BlockSize,
            A = &one,
            B = terms,
            BStep = channels,
            C = sums,
            CRow = channels,
        });
    }
}
