namespace Ledger.Arithmetic.Operations;

/// <summary>The extents of maps [sample, row, column, channel].</summary>
/// <param name="Samples">B: maps of the batch.</param>
/// <param name="Rows">Rows of a map.</param>
/// <param name="Columns">Columns of a map.</param>
/// <param name="Channels">Values at a position.</param>
public readonly record struct MapShape(int Samples, int Rows, int Columns, int Channels)
{
    /// <summary>P: positions of a sample.</summary>
    public int Positions => Rows * Columns;

    /// <summary>Elements of a sample.</summary>
    public int SampleSize => Positions * Channels;

    /// <summary>Elements of the batch.</summary>
    public int Size => checked(Samples * SampleSize);
}
