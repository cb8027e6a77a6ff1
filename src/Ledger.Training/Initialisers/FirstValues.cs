using Ledger.Training.Networks;

namespace Ledger.Training.Initialisers;

/// <summary>What every scheme starts from: γ and running variances 1, all else +0.</summary>
internal static class FirstValues
{
    /// <summary>All values of a network, its weights still +0.</summary>
    public static float[] Of(NetworkDescription network)
    {
        var values = new float[network.ValueCount];
        foreach (var tensor in network.Tensors())
        {
            if (tensor.Role is TensorRole.Scale or TensorRole.Variance)
            {
                values.AsSpan(tensor.Offset, tensor.Size).Fill(1f);
            }
        }

        return values;
    }
}
