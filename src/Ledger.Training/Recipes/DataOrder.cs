using Ledger.Arithmetic.Random;
using Ledger.Training.Data;

namespace Ledger.Training.Recipes;

/// <summary>Which samples each step sees: a fresh permutation of the list every epoch; what is left when no whole batch remains is skipped.</summary>
/// <param name="samples">The training list.</param>
/// <param name="batch">Samples of a step.</param>
/// <param name="seed">The order's stream seed.</param>
public sealed class DataOrder(SampleRange samples, int batch, ulong seed)
{
    private readonly int[] _order = new int[samples.Count];
    private int _epoch = -1;

    /// <summary>Steps of an epoch.</summary>
    public int StepsPerEpoch { get; } = samples.Count / batch;

    /// <summary>The sample indices of the batch at <paramref name="position"/>, counted in steps; valid until the next call.</summary>
    public ReadOnlySpan<int> BatchAt(int position)
    {
        var (epoch, step) = Math.DivRem(position, StepsPerEpoch);
        if (epoch != _epoch)
        {
            Shuffle(epoch);
        }

        return _order.AsSpan(step * batch, batch);
    }

    private void Shuffle(int epoch)
    {
        Permutation.Draw(seed, (uint)epoch, _order);
        foreach (ref var index in _order.AsSpan())
        {
            index += samples.First;
        }

        _epoch = epoch;
    }
}
