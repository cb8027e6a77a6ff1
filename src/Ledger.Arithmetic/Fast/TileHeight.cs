namespace Ledger.Arithmetic.Fast;

/// <summary>How many rows go into a register tile.</summary>
internal static class TileHeight
{
    /// <summary>The tallest tile of one or two vectors for 32 registers, or for 16.</summary>
    public static int Tallest(int lanes) => lanes == 16 ? 12 : 6;

    /// <summary>
    /// The rows of the next tile when <paramref name="left"/> are left: of what adds up to a short rest, the tallest, because a tile of
    /// one or two rows waits for its own sums.
    /// </summary>
    public static int Next(int left, int tallest)
    {
        var rows = left switch
        {
            12 or 15 or > 16 => 12,
            8 or 11 or 13 or 14 or 16 => 8,
            6 or 9 or 10 => 6,
            4 or 7 => 4,
            3 or 5 => 3,
            _ => left,
        };
        return rows > tallest ? rows / 2 : rows;
    }

    /// <summary>Where the tile number <paramref name="index"/> of <paramref name="rows"/> rows begins, and its rows; 0 of them if there is none.</summary>
    public static (int Start, int Rows) At(int index, int rows, int tallest)
    {
        var start = 0;
        for (; index > 0 && start < rows; index--)
        {
            start += Next(rows - start, tallest);
        }

        return (start, Next(rows - start, tallest));
    }

    /// <summary>How many tiles <paramref name="rows"/> rows take.</summary>
    public static int Count(int rows, int tallest)
    {
        var count = 0;
        for (; rows > 0; count++)
        {
            rows -= Next(rows, tallest);
        }

        return count;
    }
}
