using Ledger.Training.Networks;
using Ledger.Training.Networks.Layers;
using Ledger.Training.States;

namespace Ledger.Application.Differences;

/// <summary>How many weights of the first layer still read each pixel of a square image.</summary>
/// <param name="Width">Pixels of a row.</param>
/// <param name="A">Of one, row by row.</param>
/// <param name="B">Of the other.</param>
public sealed record PixelUse(int Width, IReadOnlyList<int> A, IReadOnlyList<int> B)
{
    private const int SmallestWidth = 4;

    /// <summary>The use that two masks make of the inputs, or null if these are no square image.</summary>
    internal static PixelUse? Of(NetworkDescription network, WeightMask a, WeightMask b)
    {
        var width = (int)Math.Sqrt(network.Inputs);
        return network.Layers[0] is LinearLayer && width >= SmallestWidth && width * width == network.Inputs ? new PixelUse(width, Readers(network, a), Readers(network, b)) : null;
    }

    private static int[] Readers(NetworkDescription network, WeightMask mask)
    {
        var outputs = ((LinearLayer)network.Layers[0]).Outputs;
        return [.. Enumerable.Range(0, network.Inputs).Select(input => Enumerable.Range(input * outputs, outputs).Count(index => mask.Keeps(0, index)))];
    }
}
