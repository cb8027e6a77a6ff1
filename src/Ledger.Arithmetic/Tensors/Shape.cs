namespace Ledger.Arithmetic.Tensors;

/// <summary>The extents of a row-major tensor of one to four dimensions, the last one contiguous.</summary>
public readonly record struct Shape
{
    private readonly int _first, _second, _third, _fourth;

    /// <summary>A vector of <paramref name="length"/> elements.</summary>
    public Shape(int length)
        : this(1, length, 1, 1, 1)
    {
    }

    /// <summary>A matrix of <paramref name="rows"/> by <paramref name="columns"/>, columns contiguous.</summary>
    public Shape(int rows, int columns)
        : this(2, rows, columns, 1, 1)
    {
    }

    /// <summary>Activations [sample, row, column, channel], or a convolution's kernels [kernel row, kernel column, input channel, output channel].</summary>
    public Shape(int first, int second, int third, int fourth)
        : this(4, first, second, third, fourth)
    {
    }

    private Shape(int rank, int first, int second, int third, int fourth)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(first);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(second);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(third);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(fourth);
        (Rank, _first, _second, _third, _fourth) = (rank, first, second, third, fourth);
    }

    /// <summary>Number of dimensions: 1, 2 or 4.</summary>
    public int Rank { get; }

    /// <summary>The first extent.</summary>
    public int Rows => _first;

    /// <summary>Elements of one row: the product of all other extents.</summary>
    public int Columns => checked(_second * _third * _fourth);

    /// <summary>The last extent: features, channels or outputs, contiguous in memory.</summary>
    public int Last => this[Rank - 1];

    /// <summary>Number of elements.</summary>
    public int Size => checked(_first * Columns);

    /// <summary>The extent of a dimension.</summary>
    public int this[int dimension] => dimension switch
    {
        0 => _first,
        1 => _second,
        2 => _third,
        3 => _fourth,
        _ => throw new ArgumentOutOfRangeException(nameof(dimension)),
    };

    /// <summary>The extents in order.</summary>
    public int[] Extents()
    {
        var extents = new int[Rank];
        for (var i = 0; i < extents.Length; i++)
        {
            extents[i] = this[i];
        }

        return extents;
    }

    /// <summary>The same with another first extent.</summary>
    public Shape WithRows(int rows) => new(Rank, rows, _second, _third, _fourth);

    /// <inheritdoc/>
    public override string ToString() => $"[{string.Join(", ", Extents())}]";
}
