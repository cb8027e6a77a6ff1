namespace Ledger.Arithmetic.Fast;

/// <summary>
/// Register tiles: <c>c[r] = fma(a[r, k], b[k], c[r])</c> for ascending k from +0, + (+0), then earlier blocks' tiles merged from the
/// youngest. Rows are written out so that each one's sum stays in a register: 12 × 2 vectors fill AVX-512, 6 × 2 the narrower ones.
/// </summary>
internal static unsafe partial class TileKernels<T>
    where T : struct, ILanes<T>
{
    /// <summary>The tallest tile for 32 registers, or for 16.</summary>
    public static int TallestRows(int lanes) => lanes == 16 ? 12 : 6;

    /// <summary>
    /// The rows of the next tile when <paramref name="left"/> rows are left of a group: of what adds up to a short rest, the tallest,
    /// because a tile of one or two rows waits for its own sums.
    /// </summary>
    public static int NextRows(int left) => left switch
    {
        12 or 15 or > 16 => 12,
        8 or 11 or 13 or 14 or 16 => 8,
        6 or 9 or 10 => 6,
        4 or 7 => 4,
        3 or 5 => 3,
        _ => left,
    };

    /// <summary>Computes a tile of <paramref name="rows"/> rows, a value of <see cref="NextRows"/>.</summary>
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
