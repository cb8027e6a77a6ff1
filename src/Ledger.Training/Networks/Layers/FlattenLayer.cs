namespace Ledger.Training.Networks.Layers;

/// <summary>A map's elements in a row: row, column, channel.</summary>
public sealed record FlattenLayer : Layer
{
    /// <inheritdoc/>
    public override string Title => "flatten";

    /// <inheritdoc/>
    public override Features After(Features input) => Features.Flat(input.Count);
}
