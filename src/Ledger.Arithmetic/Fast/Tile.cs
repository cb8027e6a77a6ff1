namespace Ledger.Arithmetic.Fast;

/// <summary>
/// One register tile of C = A · B over a range of the summed index, which may lie in memory as equal segments: outer ones of inner
/// ones of steps. A matrix product has one segment, a convolution one per tap.
/// </summary>
internal unsafe struct Tile
{
    /// <summary>Rows of the tallest tile.</summary>
    public const int MaximumRows = 12;

    /// <summary>Steps of a segment, inner segments of an outer one, and outer segments: the chain's length is their product.</summary>
    public nint Depth;
    public int Inner, Outer;

    /// <summary>The first element of A, its distance to the next row and to the next step of the chain.</summary>
    public float* A;
    public nint ARow, AStep;

    /// <summary>From the step after a segment's last to the first of the next inner one; and what is added after an outer one's last.</summary>
    public nint AInner, AOuter;

    /// <summary>The first element of B, columns contiguous, and its distance to the next step of the chain.</summary>
    public float* B;
    public nint BStep;

    /// <summary>As <see cref="AInner"/> and <see cref="AOuter"/>.</summary>
    public nint BInner, BOuter;

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
