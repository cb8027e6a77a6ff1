using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Ledger.Arithmetic.Fast.Sparse;

/// <summary>
/// Sums over samples of sixteen scattered weights at a time: <c>s = fma(x[i], dy[o], s)</c> over a block's samples from +0, the lanes' inputs and
/// outputs picked by permutation of two vectors each; then + (+0), and earlier blocks' sums merged from the youngest. AVX-512 alone can do it.
/// </summary>
internal static unsafe class GroupKernels
{
    /// <summary>Computes a bundle of <paramref name="groups"/> groups.</summary>
    public static void Run(int groups, in GroupTile tile)
    {
        switch (groups)
        {
            case 6: Groups6(tile); break;
            case 5: Groups5(tile); break;
            case 4: Groups4(tile); break;
            case 3: Groups3(tile); break;
            case 2: Groups2(tile); break;
            default: Groups1(tile); break;
        }
    }

    private static void Groups6(in GroupTile tile)
    {
        float* x = tile.X, dy = tile.Dy;
        var (xRow, dyRow) = (tile.XRow, tile.DyRow);
        var places = tile.Places;
        var (i0, o0, c0) = (Vector512.Load(places + 0), Vector512.Load(places + 16), Vector512<float>.Zero);
        var (i1, o1, c1) = (Vector512.Load(places + 32), Vector512.Load(places + 48), Vector512<float>.Zero);
        var (i2, o2, c2) = (Vector512.Load(places + 64), Vector512.Load(places + 80), Vector512<float>.Zero);
        var (i3, o3, c3) = (Vector512.Load(places + 96), Vector512.Load(places + 112), Vector512<float>.Zero);
        var (i4, o4, c4) = (Vector512.Load(places + 128), Vector512.Load(places + 144), Vector512<float>.Zero);
        var (i5, o5, c5) = (Vector512.Load(places + 160), Vector512.Load(places + 176), Vector512<float>.Zero);
        for (var depth = tile.Depth; depth > 0; depth--)
        {
            var (x0, x1, d0, d1) = (Vector512.Load(x), Vector512.Load(x + 16), Vector512.Load(dy), Vector512.Load(dy + 16));
            c0 = Vector512.FusedMultiplyAdd(Avx512F.PermuteVar16x32x2(x0, i0, x1), Avx512F.PermuteVar16x32x2(d0, o0, d1), c0);
            c1 = Vector512.FusedMultiplyAdd(Avx512F.PermuteVar16x32x2(x0, i1, x1), Avx512F.PermuteVar16x32x2(d0, o1, d1), c1);
            c2 = Vector512.FusedMultiplyAdd(Avx512F.PermuteVar16x32x2(x0, i2, x1), Avx512F.PermuteVar16x32x2(d0, o2, d1), c2);
            c3 = Vector512.FusedMultiplyAdd(Avx512F.PermuteVar16x32x2(x0, i3, x1), Avx512F.PermuteVar16x32x2(d0, o3, d1), c3);
            c4 = Vector512.FusedMultiplyAdd(Avx512F.PermuteVar16x32x2(x0, i4, x1), Avx512F.PermuteVar16x32x2(d0, o4, d1), c4);
            c5 = Vector512.FusedMultiplyAdd(Avx512F.PermuteVar16x32x2(x0, i5, x1), Avx512F.PermuteVar16x32x2(d0, o5, d1), c5);
            x += xRow;
            dy += dyRow;
        }

        Finish(tile, 0, c0);
        Finish(tile, 1, c1);
        Finish(tile, 2, c2);
        Finish(tile, 3, c3);
        Finish(tile, 4, c4);
        Finish(tile, 5, c5);
    }

    private static void Groups5(in GroupTile tile)
    {
        float* x = tile.X, dy = tile.Dy;
        var (xRow, dyRow) = (tile.XRow, tile.DyRow);
        var places = tile.Places;
        var (i0, o0, c0) = (Vector512.Load(places + 0), Vector512.Load(places + 16), Vector512<float>.Zero);
        var (i1, o1, c1) = (Vector512.Load(places + 32), Vector512.Load(places + 48), Vector512<float>.Zero);
        var (i2, o2, c2) = (Vector512.Load(places + 64), Vector512.Load(places + 80), Vector512<float>.Zero);
        var (i3, o3, c3) = (Vector512.Load(places + 96), Vector512.Load(places + 112), Vector512<float>.Zero);
        var (i4, o4, c4) = (Vector512.Load(places + 128), Vector512.Load(places + 144), Vector512<float>.Zero);
        for (var depth = tile.Depth; depth > 0; depth--)
        {
            var (x0, x1, d0, d1) = (Vector512.Load(x), Vector512.Load(x + 16), Vector512.Load(dy), Vector512.Load(dy + 16));
            c0 = Vector512.FusedMultiplyAdd(Avx512F.PermuteVar16x32x2(x0, i0, x1), Avx512F.PermuteVar16x32x2(d0, o0, d1), c0);
            c1 = Vector512.FusedMultiplyAdd(Avx512F.PermuteVar16x32x2(x0, i1, x1), Avx512F.PermuteVar16x32x2(d0, o1, d1), c1);
            c2 = Vector512.FusedMultiplyAdd(Avx512F.PermuteVar16x32x2(x0, i2, x1), Avx512F.PermuteVar16x32x2(d0, o2, d1), c2);
            c3 = Vector512.FusedMultiplyAdd(Avx512F.PermuteVar16x32x2(x0, i3, x1), Avx512F.PermuteVar16x32x2(d0, o3, d1), c3);
            c4 = Vector512.FusedMultiplyAdd(Avx512F.PermuteVar16x32x2(x0, i4, x1), Avx512F.PermuteVar16x32x2(d0, o4, d1), c4);
            x += xRow;
            dy += dyRow;
        }

        Finish(tile, 0, c0);
        Finish(tile, 1, c1);
        Finish(tile, 2, c2);
        Finish(tile, 3, c3);
        Finish(tile, 4, c4);
    }

    private static void Groups4(in GroupTile tile)
    {
        float* x = tile.X, dy = tile.Dy;
        var (xRow, dyRow) = (tile.XRow, tile.DyRow);
        var places = tile.Places;
        var (i0, o0, c0) = (Vector512.Load(places + 0), Vector512.Load(places + 16), Vector512<float>.Zero);
        var (i1, o1, c1) = (Vector512.Load(places + 32), Vector512.Load(places + 48), Vector512<float>.Zero);
        var (i2, o2, c2) = (Vector512.Load(places + 64), Vector512.Load(places + 80), Vector512<float>.Zero);
        var (i3, o3, c3) = (Vector512.Load(places + 96), Vector512.Load(places + 112), Vector512<float>.Zero);
        for (var depth = tile.Depth; depth > 0; depth--)
        {
            var (x0, x1, d0, d1) = (Vector512.Load(x), Vector512.Load(x + 16), Vector512.Load(dy), Vector512.Load(dy + 16));
            c0 = Vector512.FusedMultiplyAdd(Avx512F.PermuteVar16x32x2(x0, i0, x1), Avx512F.PermuteVar16x32x2(d0, o0, d1), c0);
            c1 = Vector512.FusedMultiplyAdd(Avx512F.PermuteVar16x32x2(x0, i1, x1), Avx512F.PermuteVar16x32x2(d0, o1, d1), c1);
            c2 = Vector512.FusedMultiplyAdd(Avx512F.PermuteVar16x32x2(x0, i2, x1), Avx512F.PermuteVar16x32x2(d0, o2, d1), c2);
            c3 = Vector512.FusedMultiplyAdd(Avx512F.PermuteVar16x32x2(x0, i3, x1), Avx512F.PermuteVar16x32x2(d0, o3, d1), c3);
            x += xRow;
            dy += dyRow;
        }

        Finish(tile, 0, c0);
        Finish(tile, 1, c1);
        Finish(tile, 2, c2);
        Finish(tile, 3, c3);
    }

    private static void Groups3(in GroupTile tile)
    {
        float* x = tile.X, dy = tile.Dy;
        var (xRow, dyRow) = (tile.XRow, tile.DyRow);
        var places = tile.Places;
        var (i0, o0, c0) = (Vector512.Load(places + 0), Vector512.Load(places + 16), Vector512<float>.Zero);
        var (i1, o1, c1) = (Vector512.Load(places + 32), Vector512.Load(places + 48), Vector512<float>.Zero);
        var (i2, o2, c2) = (Vector512.Load(places + 64), Vector512.Load(places + 80), Vector512<float>.Zero);
        for (var depth = tile.Depth; depth > 0; depth--)
        {
            var (x0, x1, d0, d1) = (Vector512.Load(x), Vector512.Load(x + 16), Vector512.Load(dy), Vector512.Load(dy + 16));
            c0 = Vector512.FusedMultiplyAdd(Avx512F.PermuteVar16x32x2(x0, i0, x1), Avx512F.PermuteVar16x32x2(d0, o0, d1), c0);
            c1 = Vector512.FusedMultiplyAdd(Avx512F.PermuteVar16x32x2(x0, i1, x1), Avx512F.PermuteVar16x32x2(d0, o1, d1), c1);
            c2 = Vector512.FusedMultiplyAdd(Avx512F.PermuteVar16x32x2(x0, i2, x1), Avx512F.PermuteVar16x32x2(d0, o2, d1), c2);
            x += xRow;
            dy += dyRow;
        }

        Finish(tile, 0, c0);
        Finish(tile, 1, c1);
        Finish(tile, 2, c2);
    }

    private static void Groups2(in GroupTile tile)
    {
        float* x = tile.X, dy = tile.Dy;
        var (xRow, dyRow) = (tile.XRow, tile.DyRow);
        var places = tile.Places;
        var (i0, o0, c0) = (Vector512.Load(places + 0), Vector512.Load(places + 16), Vector512<float>.Zero);
        var (i1, o1, c1) = (Vector512.Load(places + 32), Vector512.Load(places + 48), Vector512<float>.Zero);
        for (var depth = tile.Depth; depth > 0; depth--)
        {
            var (x0, x1, d0, d1) = (Vector512.Load(x), Vector512.Load(x + 16), Vector512.Load(dy), Vector512.Load(dy + 16));
            c0 = Vector512.FusedMultiplyAdd(Avx512F.PermuteVar16x32x2(x0, i0, x1), Avx512F.PermuteVar16x32x2(d0, o0, d1), c0);
            c1 = Vector512.FusedMultiplyAdd(Avx512F.PermuteVar16x32x2(x0, i1, x1), Avx512F.PermuteVar16x32x2(d0, o1, d1), c1);
            x += xRow;
            dy += dyRow;
        }

        Finish(tile, 0, c0);
        Finish(tile, 1, c1);
    }

    private static void Groups1(in GroupTile tile)
    {
        float* x = tile.X, dy = tile.Dy;
        var (xRow, dyRow) = (tile.XRow, tile.DyRow);
        var places = tile.Places;
        var (i0, o0, c0) = (Vector512.Load(places + 0), Vector512.Load(places + 16), Vector512<float>.Zero);
        for (var depth = tile.Depth; depth > 0; depth--)
        {
            var (x0, x1, d0, d1) = (Vector512.Load(x), Vector512.Load(x + 16), Vector512.Load(dy), Vector512.Load(dy + 16));
            c0 = Vector512.FusedMultiplyAdd(Avx512F.PermuteVar16x32x2(x0, i0, x1), Avx512F.PermuteVar16x32x2(d0, o0, d1), c0);
            x += xRow;
            dy += dyRow;
        }

        Finish(tile, 0, c0);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Finish(in GroupTile tile, int group, Vector512<float> sum)
    {
        // The last addition of the chain: turns the −0 of an underflow into +0.
        sum += Vector512<float>.Zero;
        var partial = tile.Partial + group * SurvivorGroups.Lanes;
        for (var merges = tile.Merges; merges > 0; merges--)
        {
            sum = Vector512.Load(partial) + sum;
            partial -= SurvivorGroups.Largest * SurvivorGroups.Lanes;
        }

        sum.Store(tile.Sums + group * SurvivorGroups.Lanes);
    }
}
