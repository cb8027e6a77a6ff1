using Ledger.Training.Networks;

namespace Ledger.Training.Initialisers;

/// <summary>Weights uniform within ±√(6 / inputs), of the same variance as the normal ones, biases +0 (He et al. 2015, equation 10).</summary>
public sealed class KaimingUniform : IInitialiser
{
    /// <inheritdoc/>
    public string Name => "kaiming_uniform/1";

    /// <inheritdoc/>
    public float[] Draw(NetworkDescription network, ulong seed) => WeightDraws.Uniform(network, seed, static fans => 6.0 / fans.In);
}
