namespace Ledger.Arithmetic.Fast;

/// <content>1 row.</content>
internal static unsafe partial class TileKernels<T>
{
    /// <summary>1 row of the product.</summary>
    public static void Rows1(in Tile tile)
    {
        var (step, bStep) = (tile.AStep, tile.BStep);
        var b = tile.B;
        var a0 = tile.A;
        T c0 = T.Zero;
        for (var outer = tile.Outer; outer > 0; outer--)
        {
            for (var inner = tile.Inner; inner > 0; inner--)
            {
                for (var depth = tile.Depth; depth > 0; depth--)
                {
                    var v = T.Load(b);
                    c0 = T.FusedMultiplyAdd(T.Broadcast(*a0), v, c0);
                    b += bStep;
                    a0 += step;
                }

                b += tile.BInner;
                a0 += tile.AInner;
            }

            b += tile.BOuter;
            a0 += tile.AOuter;
        }

        // The last addition of the chain: turns the −0 of an underflow into +0.
        c0 = T.Add(c0, T.Zero);
        var partial = tile.Partial;
        for (var merges = tile.Merges; merges > 0; merges--)
        {
            c0 = T.Add(T.Load(partial), c0);
            partial -= Tile.MaximumRows * T.Count;
        }

        T.Store(c0, tile.C);
    }
}
