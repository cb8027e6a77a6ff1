using Ledger.Arithmetic.Devices;
using Ledger.Training.Data;
using Ledger.Training.Execution;
using Ledger.Training.Initialisers;
using Ledger.Training.Networks;
using Ledger.Training.Recipes;
using Ledger.Training.Schedules;
using Ledger.Training.States;

namespace Ledger.Training.Tests.Fixtures;

/// <summary>A training small enough to be repeated by plain loops.</summary>
internal sealed record SmallTraining(TrainingRecipe Recipe, DataSource Data, NetworkState Start, WeightMask? Mask)
{
    /// <summary>A network of 20, 33, 17 and 5 with momentum, weight decay and a falling rate; about a third of the weights pruned if masked.</summary>
    public static SmallTraining Of(int batch, bool isMasked, int samples = 200)
    {
        var network = MultilayerPerceptron.Of(20, 33, 17, 5);
        var mask = isMasked ? Thinned(network) : null;
        var parameters = new GlorotNormal().Draw(network, seed: 3);
        return new SmallTraining(
            new TrainingRecipe(
                network, new SampleRange("train", 2, samples - 2), "unit/1", "softmax_cross_entropy/1", batch, "sgd/1", 0.9m, 0.0005m, new MultiStepSchedule(0.05m, [6, 20], 0.5m), OrderSeed: 4, SchedulePosition: 0, DataPosition: 0),
            new SyntheticSet(20, 5, 90, 1).Draw(samples, 40),
            new NetworkState(network, mask?.Select(parameters) ?? parameters),
            mask);
    }

    /// <summary>The records of some steps, and the state after them.</summary>
    public (StepRecord[] Steps, NetworkState End) Run(IDevice device, int steps) => Run(device, Start, 0, steps);

    /// <summary>The records of the steps after <paramref name="from"/>, and the state after them.</summary>
    public (StepRecord[] Steps, NetworkState End) Run(IDevice device, NetworkState state, int from, int to)
    {
        var session = Session(device, state, from, to);
        while (session.Step < to)
        {
            session.Advance();
        }

        return (session.Ring.Drain().ToArray(), session.Capture());
    }

    /// <summary>A session whose ring holds all steps.</summary>
    public TrainingSession Session(IDevice device, NetworkState state, int from, int to) =>
        new(device, Recipe, Data, state, Mask, from, device.AllocateRing(Math.Max(1, to - from)));

    private static WeightMask Thinned(NetworkDescription network)
    {
        var mask = WeightMask.Dense(network);
        var layer = 0;
        foreach (var weight in network.Weights())
        {
            for (var i = 0; i < weight.Size; i++)
            {
                if (i * 2654435761u >> 8 << 24 >> 24 < 90)
                {
                    mask.Prune(layer, i);
                }
            }

            layer++;
        }

        return mask;
    }
}
