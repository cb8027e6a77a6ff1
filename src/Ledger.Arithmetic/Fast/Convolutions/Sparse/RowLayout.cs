namespace Ledger.Arithmetic.Fast.Convolutions.Sparse;

/// <summary>
/// A row of a group of samples as [channel][column modulo the step][column div the step][sample], a vector of samples each, so that
/// positions which kernels visit one after the other are neighbours. Columns count from the border's first, which holds zeros.
/// </summary>
/// <param name="Channels">Channels.</param>
/// <param name="Border">Columns before the map's first.</param>
/// <param name="Step">From one visited position to the next.</param>
/// <param name="Width">Columns of each remainder.</param>
/// <param name="Lanes">Samples.</param>
internal readonly record struct RowLayout(int Channels, int Border, int Step, int Width, int Lanes)
{
    /// <summary>Elements of a channel.</summary>
    public int Channel => Step * Width * Lanes;

    /// <summary>Elements of a row.</summary>
    public int Size => checked(Channels * Channel);

    /// <summary>The rows that chains read.</summary>
    public static RowLayout OfSources(in TapSteps columns, int channels, int lanes) =>
        new(channels, columns.Border(), columns.SourceStep, (columns.Extent() - 1) / columns.SourceStep + 1, lanes);

    /// <summary>The rows that chains write, phase by phase.</summary>
    public static RowLayout OfTargets(in TapSteps columns, int channels, int lanes) => new(channels, 0, columns.TargetStep, columns.Count(0), lanes);

    /// <summary>Where a column's samples begin in each channel; columns of the map count from 0.</summary>
    public int At(int column) => ((column + Border) % Step * Width + (column + Border) / Step) * Lanes;
}
