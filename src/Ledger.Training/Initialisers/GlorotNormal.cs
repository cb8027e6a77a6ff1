using Ledger.Arithmetic.Random;
using Ledger.Training.Networks;

namespace Ledger.Training.Initialisers;

/// <summary>Weights normal with variance 2 / (fan in + fan out) (Glorot and Bengio 2010; Frankle and Carbin 2019, section 2).</summary>
public sealed class GlorotNormal : IInitialiser
{
    /// <inheritdoc/>
    public string Name => "glorot_normal/1";

    /// <inheritdoc/>
    public float[] Draw(NetworkDescription network, ulong seed)
    {
        var parameters = FirstValues.Of(network);
        var layer = 0u;
        foreach (var weight in network.Weights())
        {
            var deviation = Math.Sqrt(2.0 / (weight.FanIn + weight.FanOut));
            NormalDraws.Fill(seed, layer++, deviation, parameters.AsSpan(weight.Offset, weight.Size));
        }

        return parameters;
    }
}
