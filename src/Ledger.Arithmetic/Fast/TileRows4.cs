namespace Ledger.Arithmetic.Fast;

/// <content>4 rows.</content>
internal static unsafe partial class TileKernels<T>
{
    /// <summary>4 rows of the product.</summary>
    public static void Rows4(in Tile tile)
    {
        var (row, step, bStep) = (tile.ARow, tile.AStep, tile.BStep);
        var b = tile.B;
        var a0 = tile.A;
        T c0 = T.Zero, c1 = T.Zero, c2 = T.Zero, c3 = T.Zero;
        for (var outer = tile.Outer; outer > 0; outer--)
        {
            for (var inner = tile.Inner; inner > 0; inner--)
            {
                for (var depth = tile.Depth; depth > 0; depth--)
                {
                    var v = T.Load(b);
                    c0 = T.FusedMultiplyAdd(T.Broadcast(*a0), v, c0);
                    c1 = T.FusedMultiplyAdd(T.Broadcast(a0[row]), v, c1);
                    c2 = T.FusedMultiplyAdd(T.Broadcast(a0[2 * row]), v, c2);
                    c3 = T.FusedMultiplyAdd(T.Broadcast(a0[3 * row]), v, c3);
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
        c1 = T.Add(c1, T.Zero);
        c2 = T.Add(c2, T.Zero);
        c3 = T.Add(c3, T.Zero);
        var partial = tile.Partial;
        for (var merges = tile.Merges; merges > 0; merges--)
        {
            c0 = T.Add(T.Load(partial), c0);
            c1 = T.Add(T.Load(partial + T.Count), c1);
            c2 = T.Add(T.Load(partial + 2 * T.Count), c2);
            c3 = T.Add(T.Load(partial + 3 * T.Count), c3);
            partial -= Tile.MaximumRows * T.Count;
        }

        var c = tile.C;
        var cRow = tile.CRow;
        T.Store(c0, c);
        T.Store(c1, c + cRow);
        T.Store(c2, c + 2 * cRow);
        T.Store(c3, c + 3 * cRow);
    }
}
