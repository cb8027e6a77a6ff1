using Ledger.Arithmetic.Tensors;

namespace Ledger.Arithmetic.Operations;

/// <summary>The extents of a pool whose windows lie side by side; rows and columns that fill no window are left out.</summary>
/// <param name="Map">The extents of x.</param>
/// <param name="WindowRows">Rows of a window.</param>
/// <param name="WindowColumns">Columns of a window.</param>
public readonly record struct PoolShape(MapShape Map, int WindowRows, int WindowColumns)
{
    /// <summary>The pool of square windows over x, or over its gradient.</summary>
    public static PoolShape Of(Tensor x, int size) => new(MapShape.Of(x), size, size);

    /// <summary>Rows of y.</summary>
    public int OutputRows => Map.Rows / WindowRows;

    /// <summary>Columns of y.</summary>
    public int OutputColumns => Map.Columns / WindowColumns;

    /// <summary>Elements of a window.</summary>
    public int WindowSize => WindowRows * WindowColumns;

    /// <summary>The extents of y.</summary>
    public MapShape Output => new(Map.Samples, OutputRows, OutputColumns, Map.Channels);
}
