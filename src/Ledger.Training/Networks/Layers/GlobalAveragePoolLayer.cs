namespace Ledger.Training.Networks.Layers;

/// <summary>The mean of each channel over all positions: a square map becomes features in a row.</summary>
public sealed record GlobalAveragePoolLayer : Layer
{
    /// <inheritdoc/>
    public override string Title => "global_average_pool";

    /// <inheritdoc/>
    public override Features After(Features input) => input.Rows == input.Columns ? Features.Flat(input.Channels) : throw Refused(input, "a square map");
}
