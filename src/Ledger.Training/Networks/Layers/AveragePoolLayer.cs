namespace Ledger.Training.Networks.Layers;

/// <summary>The mean of each window of size × size positions; windows do not overlap.</summary>
/// <param name="Size">Rows and columns of a window.</param>
public sealed record AveragePoolLayer(int Size) : Layer
{
    /// <inheritdoc/>
    public override string Title => $"average_pool {Size} × {Size}";

    /// <inheritdoc/>
    public override Features After(Features input) => input.Rows % Size == 0 && input.Columns % Size == 0
        ? new Features(input.Rows / Size, input.Columns / Size, input.Channels)
        : throw Refused(input, $"rows and columns divisible by {Size}");
}
