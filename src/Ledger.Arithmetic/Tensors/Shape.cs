namespace Ledger.Arithmetic.Tensors;

/// <summary>The extents of a row-major tensor of rank one or two; <see cref="Columns"/> is 1 for a vector.</summary>
public readonly record struct Shape
{
    /// <summary>A vector of <paramref name="length"/> elements.</summary>
    public Shape(int length)
        : this(length, 1, 1)
    {
    }

    /// <summary>A matrix of <paramref name="rows"/> by <paramref name="columns"/>, columns contiguous.</summary>
    public Shape(int rows, int columns)
        : this(rows, columns, 2)
    {
    }

    private Shape(int rows, int columns, int rank)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(rows);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(columns);
        (Rows, Columns, Rank) = (rows, columns, rank);
    }

    /// <summary>The first extent.</summary>
    public int Rows { get; }

    /// <summary>The second extent.</summary>
    public int Columns { get; }

    /// <summary>1 or 2.</summary>
    public int Rank { get; }

    /// <summary>Number of elements.</summary>
    public int Size => checked(Rows * Columns);

    /// <inheritdoc/>
    public override string ToString() => Rank == 1 ? $"[{Rows}]" : $"[{Rows}, {Columns}]";
}
