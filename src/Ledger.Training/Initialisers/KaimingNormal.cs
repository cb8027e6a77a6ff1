using Ledger.Training.Networks;

namespace Ledger.Training.Initialisers;

/// <summary>Weights normal with variance 2 / inputs, which keeps the size of what passes through ReLUs, biases +0 (He et al. 2015, equation 10).</summary>
public sealed class KaimingNormal : IInitialiser
{
    /// <inheritdoc/>
    public string Name => "kaiming_normal/1";

    /// <inheritdoc/>
    public float[] Draw(NetworkDescription network, ulong seed) => WeightDraws.Normal(network, seed, static fans => 2.0 / fans.In);
}
