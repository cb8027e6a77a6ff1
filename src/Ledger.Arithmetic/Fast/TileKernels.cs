namespace Ledger.Arithmetic.Fast;

/// <summary>
/// Register tiles: <c>c[r] = fma(a[r, k], b[k], c[r])</c> for ascending k from +0, + (+0), then earlier blocks' tiles merged from the
/// youngest. Rows are written out so that each one's sum stays in a register: 12 × 2 vectors fill AVX-512, 6 × 2 the narrower ones.
/// </summary>
internal static unsafe partial class TileKernels<T>
    where T : struct, ILanes<T>
{
    /// <summary>Computes a tile of <paramref name="rows"/> rows, a value of <see cref="TileHeight.Next"/>.</summary>
    public static void Run(int rows, in Tile tile)
    {
        switch (rows)
        {
            case 12: Rows12(tile); break;
            case 8: Rows8(tile); break;
            case 6: Rows6(tile); break;
            case 4: Rows4(tile); break;
            case 3: Rows3(tile); break;
            case 2: Rows2(tile); break;
            default: Rows1(tile); break;
        }
    }
}
