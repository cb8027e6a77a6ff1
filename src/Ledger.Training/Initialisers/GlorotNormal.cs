using Ledger.Training.Networks;

namespace Ledger.Training.Initialisers;

/// <summary>Weights normal with variance 2 / (inputs + outputs), biases +0 (Glorot and Bengio 2010; Frankle and Carbin 2019, section 2).</summary>
public sealed class GlorotNormal : IInitialiser
{
    /// <inheritdoc/>
    public string Name => "glorot_normal/1";

    /// <inheritdoc/>
    public float[] Draw(NetworkDescription network, ulong seed) => WeightDraws.Normal(network, seed, static fans => 2.0 / ((double)fans.In + fans.Out));
}
