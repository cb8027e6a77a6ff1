using Ledger.Arithmetic.Tensors;

namespace Ledger.Arithmetic.Operations;

/// <summary>The extents of maps [sample, row, column, channel].</summary>
/// <param name="Samples">B: maps of the batch.</param>
/// <param name="Rows">Rows of a map.</param>
/// <param name="Columns">Columns of a map.</param>
/// <param name="Channels">Values at a position.</param>
public readonly record struct MapShape(int Samples, int Rows, int Columns, int Channels)
{
    /// <summary>The extents of a tensor [sample, row, column, channel], or [sample, feature] as one position.</summary>
    public static MapShape Of(Tensor tensor) => tensor.Shape.Rank == 4
        ? new MapShape(tensor.Shape[0], tensor.Shape[1], tensor.Shape[2], tensor.Shape[3])
        : new MapShape(tensor.Shape.Rows, 1, 1, tensor.Shape.Columns);

    /// <summary>P: positions of a sample.</summary>
    public int Positions => Rows * Columns;

    /// <summary>Elements of a sample.</summary>
    public int SampleSize => Positions * Channels;

    /// <summary>Elements of the batch.</summary>
    public int Size => checked(Samples * SampleSize);
}
