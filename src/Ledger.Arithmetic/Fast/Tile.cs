namespace Ledger.Arithmetic.Fast;

/// <summary>One register tile of C = A · B over a range of the summed index.</summary>
internal unsafe struct Tile
{
    /// <summary>Rows of the tallest tile.</summary>
    public const int MaximumRows = 12;

    /// <summary>Length of the chains.</summary>
    public nint Depth;

    /// <summary>The first element of A, its distance to the next row and to the next step of the chain.</summary>
    public float* A;
    public nint ARow, AStep;

    /// <summary>The first element of B, columns contiguous, and its distance to the next step of the chain.</summary>
    public float* B;
    public nint BStep;

    /// <summary>Where the tile goes, and the distance between its rows.</summary>
    public float* C;
    public nint CRow;

    /// <summary>
    /// The youngest of the earlier blocks' tiles, each <see cref="MaximumRows"/> rows of the tile's width, older ones before it, and
    /// how many of them are merged into this one.
    /// </summary>
    public float* Partial;
    public int Merges;
}
