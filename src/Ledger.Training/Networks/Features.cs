using Ledger.Arithmetic.Tensors;

namespace Ledger.Training.Networks;

/// <summary>What one sample is at some depth of a network: a map of rows × columns × channels, or features in a row (1 × 1 × features).</summary>
/// <param name="Rows">Rows of the map.</param>
/// <param name="Columns">Columns of the map.</param>
/// <param name="Channels">Channels of each position.</param>
public readonly record struct Features(int Rows, int Columns, int Channels)
{
    /// <summary>Features in a row.</summary>
    public static Features Flat(int count) => new(1, 1, count);

    /// <summary>Elements of a sample.</summary>
    public int Count => checked(Rows * Columns * Channels);

    /// <summary>True if there is one position only.</summary>
    public bool IsFlat => Rows == 1 && Columns == 1;

    /// <summary>The shape of so many samples: [sample, row, column, channel], or [sample, feature].</summary>
    public Shape Of(int samples) => IsFlat ? new Shape(samples, Channels) : new Shape(samples, Rows, Columns, Channels);

    /// <inheritdoc/>
    public override string ToString() => IsFlat ? $"{Channels} features" : $"{Rows} × {Columns} × {Channels}";
}
