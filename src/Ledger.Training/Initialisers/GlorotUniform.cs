using Ledger.Training.Networks;

namespace Ledger.Training.Initialisers;

/// <summary>Weights uniform within ±√(6 / (inputs + outputs)), biases +0 (Glorot and Bengio 2010, equation 16).</summary>
public sealed class GlorotUniform : IInitialiser
{
    /// <inheritdoc/>
    public string Name => "glorot_uniform/1";

    /// <inheritdoc/>
    public float[] Draw(NetworkDescription network, ulong seed) => WeightDraws.Uniform(network, seed, static fans => 6.0 / ((double)fans.In + fans.Out));
}
