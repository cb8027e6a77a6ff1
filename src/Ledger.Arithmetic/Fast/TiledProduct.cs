using System.Numerics;
using System.Runtime.CompilerServices;

namespace Ledger.Arithmetic.Fast;

/// <summary>
/// C[rows, columns] = A · B in register tiles, the summed index cut into blocks whose results are folded pairwise. Threads share the
/// tiles; a tile's chains are one thread's. A product over features has a single block, as long as the chain.
/// </summary>
internal unsafe struct TiledProduct
{
    public int Rows, Columns, Depth, BlockDepth;

    /// <summary>A, and its distances to the next row and to the next step of the chain.</summary>
    public float* A;
    public nint ARow, AStep;

    /// <summary>B, and its distance to the next step of the chain.</summary>
    public float* B;
    public nint BStep;

    /// <summary>C, and its distance to the next row.</summary>
    public float* C;
    public nint CRow;

    /// <summary>Computes all of C.</summary>
    public static void Run<T>(ThreadTeam team, TiledProduct product)
        where T : struct, ILanes<T> =>
        team.Run(&RunPart<T>, &product);

    private static void RunPart<T>(void* argument, int part, int parts)
        where T : struct, ILanes<T>
    {
        var product = (TiledProduct*)argument;
        var (tall, wide) = (TileHeight.Tallest(T.Count), 2 * T.Count);
        var groups = (product->Rows + tall - 1) / tall;
        var units = (long)groups * ((product->Columns + wide - 1) / wide);
        var end = units * (part + 1) / parts;
        for (var unit = units * part / parts; unit < end; unit++)
        {
            var (row, column) = ((int)(unit % groups) * tall, (int)(unit / groups) * wide);
            var (rows, columns) = (Math.Min(tall, product->Rows - row), Math.Min(wide, product->Columns - column));
            if (columns > T.Count)
            {
                RunGroup<TwinLanes<T>>(product, tall, row, rows, column, columns);
            }
            else if (T.Count == Lanes512.Count)
            {
                // A tile of one vector would load a 64-byte broadcast for each of its additions; two halves share it.
                RunGroup<TwinLanes<Lanes256>>(product, TileHeight.Tallest(Lanes256.Count), row, rows, column, columns);
            }
            else
            {
                RunGroup<T>(product, tall, row, rows, column, columns);
            }
        }
    }

    private static void RunGroup<T>(TiledProduct* product, int tallest, int row, int rows, int column, int columns)
        where T : struct, ILanes<T>
    {
        for (var end = row + rows; row < end; row += rows)
        {
            rows = TileHeight.Next(end - row, tallest);
            RunTile<T>(product, row, rows, column, columns);
        }
    }

    [SkipLocalsInit]
    private static void RunTile<T>(TiledProduct* product, int row, int rows, int column, int columns)
        where T : struct, ILanes<T>
    {
        var tileSize = Tile.MaximumRows * T.Count;
        var blocks = (product->Depth + product->BlockDepth - 1) / product->BlockDepth;

        // On a cache line, so that no vector of a tile lies on two.
        var room = stackalloc float[tileSize * (BitOperations.Log2((uint)blocks) + 2) + 16];
        var stack = (float*)(((nint)room + 63) & ~(nint)63);
        var target = product->C + row * product->CRow + column;
        var tile = new Tile { Inner = 1, Outer = 1, ARow = product->ARow, AStep = product->AStep, BStep = product->BStep };
        for (var (block, height) = (1, 0); block <= blocks; block++)
        {
            var start = (block - 1) * product->BlockDepth;
            tile.Depth = Math.Min(product->BlockDepth, product->Depth - start);
            tile.A = product->A + row * product->ARow + start * product->AStep;
            tile.B = product->B + start * product->BStep + column;

            // The tree of PairwiseFold: carries of a binary counter, and all that is left at the end.
            tile.Merges = block == blocks ? height : BitOperations.TrailingZeroCount(block);
            tile.Partial = stack + (height - 1) * tileSize;
            height -= tile.Merges;
            var isDirect = block == blocks && columns == T.Count;
            tile.C = isDirect ? target : stack + height * tileSize;
            tile.CRow = isDirect ? product->CRow : T.Count;
            TileKernels<T>.Run(rows, tile);
            height++;
        }

        if (columns < T.Count)
        {
            CopyColumns(stack, T.Count, target, product->CRow, rows, columns);
        }
    }

    // The last columns of a row: whole vectors are computed, over what follows in memory, and the row's part of them is kept.
    private static void CopyColumns(float* source, nint sourceRow, float* target, nint targetRow, int rows, int columns)
    {
        for (var r = 0; r < rows; r++)
        {
            new ReadOnlySpan<float>(source + r * sourceRow, columns).CopyTo(new Span<float>(target + r * targetRow, columns));
        }
    }
}
