using Ledger.Arithmetic.Random;
using Ledger.Training.Networks;

namespace Ledger.Training.Initialisers;

/// <summary>Values whose weights are drawn, each tensor from the stream of its ordinal.</summary>
internal static class WeightDraws
{
    /// <summary>Fills a tensor with draws of a given size from the stream of a seed and layer.</summary>
    public delegate void Filling(ulong seed, uint layer, double size, Span<float> target);

    /// <summary>Normal weights.</summary>
    /// <param name="network">Whose weights.</param>
    /// <param name="seed">Stream seed.</param>
    /// <param name="variance">Of a tensor with these fans.</param>
    public static float[] Normal(NetworkDescription network, ulong seed, Func<Fans, double> variance) => Fill(network, seed, variance, NormalDraws.Fill);

    /// <summary>Uniform weights.</summary>
    /// <param name="network">Whose weights.</param>
    /// <param name="seed">Stream seed.</param>
    /// <param name="squaredBound">Of a tensor with these fans: three times the variance.</param>
    public static float[] Uniform(NetworkDescription network, ulong seed, Func<Fans, double> squaredBound) => Fill(network, seed, squaredBound, UniformDraws.Fill);

    private static float[] Fill(NetworkDescription network, ulong seed, Func<Fans, double> squaredSize, Filling fill)
    {
        var values = FirstValues.Of(network);
        var layer = 0u;
        foreach (var weight in network.Weights())
        {
            fill(seed, layer++, Math.Sqrt(squaredSize(Fans.Of(weight))), values.AsSpan(weight.Offset, weight.Size));
        }

        return values;
    }
}
