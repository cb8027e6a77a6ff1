namespace Ledger.Arithmetic.Fast;

/// <content>6 rows, summed over samples.</content>
internal static unsafe partial class TileKernels<T>
{
    /// <summary>
    /// 6 rows whose outer segments are samples: each one's chain starts at +0, and is added to the sum over samples, which stays in
    /// registers too. The sum starts with what C holds if <see cref="Tile.Merges"/> is 1, else at +0; it is never −0, so that the
    /// last addition of a chain is this one.
    /// </summary>
    public static void SampleSums6(in Tile tile)
    {
        var (row, step, bStep) = (tile.ARow, tile.AStep, tile.BStep);
        var b = tile.B;
        var a0 = tile.A;
        var a3 = a0 + 3 * row;
        var c = tile.C;
        var cRow = tile.CRow;
        T s0 = T.Zero, s1 = T.Zero, s2 = T.Zero;
        T s3 = T.Zero, s4 = T.Zero, s5 = T.Zero;
        if (tile.Merges > 0)
        {
            s0 = T.Load(c);
            s1 = T.Load(c + cRow);
            s2 = T.Load(c + 2 * cRow);
            s3 = T.Load(c + 3 * cRow);
            s4 = T.Load(c + 4 * cRow);
            s5 = T.Load(c + 5 * cRow);
        }

        for (var outer = tile.Outer; outer > 0; outer--)
        {
            T c0 = T.Zero, c1 = T.Zero, c2 = T.Zero;
            T c3 = T.Zero, c4 = T.Zero, c5 = T.Zero;
            for (var inner = tile.Inner; inner > 0; inner--)
            {
                for (var depth = tile.Depth; depth > 0; depth--)
                {
                    var v = T.Load(b);
                    c0 = T.FusedMultiplyAdd(T.Broadcast(*a0), v, c0);
                    c1 = T.FusedMultiplyAdd(T.Broadcast(a0[row]), v, c1);
                    c2 = T.FusedMultiplyAdd(T.Broadcast(a0[2 * row]), v, c2);
                    c3 = T.FusedMultiplyAdd(T.Broadcast(*a3), v, c3);
                    c4 = T.FusedMultiplyAdd(T.Broadcast(a3[row]), v, c4);
                    c5 = T.FusedMultiplyAdd(T.Broadcast(a3[2 * row]), v, c5);
                    b += bStep;
                    a0 += step;
                    a3 += step;
                }

                b += tile.BInner;
                a0 += tile.AInner;
                a3 += tile.AInner;
            }

            s0 = T.Add(s0, c0);
            s1 = T.Add(s1, c1);
            s2 = T.Add(s2, c2);
            s3 = T.Add(s3, c3);
            s4 = T.Add(s4, c4);
            s5 = T.Add(s5, c5);
            b += tile.BOuter;
            a0 += tile.AOuter;
            a3 += tile.AOuter;
        }

        T.Store(s0, c);
        T.Store(s1, c + cRow);
        T.Store(s2, c + 2 * cRow);
        T.Store(s3, c + 3 * cRow);
        T.Store(s4, c + 4 * cRow);
        T.Store(s5, c + 5 * cRow);
    }
}
