namespace Ledger.Arithmetic.Fast.Convolutions;

/// <summary>
/// A convolution's result, or its gradient by the input: every channel of a position is a chain over the taps that lie within the
/// source, so that padding costs nothing. Tiles have channels as columns; their rows are positions of a run, or samples at one position.
/// </summary>
internal unsafe struct TapProduct
{
    /// <summary>The source map, as it is, or in <see cref="SampleGroups"/>.</summary>
    public float* Source;
    public int SourceColumns, SourceChannels, SourcePositions;
    public bool IsGrouped;

    /// <summary>The result.</summary>
    public float* Target;
    public int TargetColumns, TargetChannels, TargetPositions, Samples;

    /// <summary>The weights in <see cref="WeightPanels"/>.</summary>
    public float* Panels;
    public int Kernel;

    /// <summary>Runs of the result's rows and columns, and what their axes have in common.</summary>
    public TapRun* RowRuns, ColumnRuns;
    public int RowRunCount, ColumnRunCount, TargetStep, SourceStep, TapStep, TapSourceStep;

    /// <summary>Computes the whole result, threads sharing samples and panels.</summary>
    public static void Run<T>(ThreadTeam team, TapProduct product)
        where T : struct, ILanes<T> =>
        team.Run(&RunPart<T>, &product);

    private static void RunPart<T>(void* argument, int part, int parts)
        where T : struct, ILanes<T>
    {
        var product = (TapProduct*)argument;
        var panels = (product->TargetChannels + 2 * T.Count - 1) / (2 * T.Count);
        var group = product->IsGrouped ? SampleGroups.Width : 1;
        var units = (long)panels * ((product->Samples + group - 1) / group);
        var end = units * (part + 1) / parts;
        for (var unit = units * part / parts; unit < end; unit++)
        {
            var (sample, channel) = ((int)(unit / panels) * group, (int)(unit % panels) * 2 * T.Count);
            if (product->TargetChannels - channel > T.Count)
            {
                TapTiles<TwinLanes<T>>.Run(product, TileHeight.Tallest(T.Count), sample, channel);
            }
            else if (T.Count == Lanes512.Count)
            {
                // A tile of one vector would load a 64-byte broadcast for each of its additions; two halves share it.
                TapTiles<TwinLanes<Lanes256>>.Run(product, TileHeight.Tallest(Lanes256.Count), sample, channel);
            }
            else
            {
                TapTiles<T>.Run(product, TileHeight.Tallest(T.Count), sample, channel);
            }
        }
    }
}
