using Ledger.Arithmetic.Devices;
using Ledger.Training.Data;
using Ledger.Training.Initialisers;
using Ledger.Training.Networks;
using Ledger.Training.Recipes;
using Ledger.Training.Schedules;
using Ledger.Training.States;

namespace Ledger.Training.Tests.Fixtures;

/// <summary>Trainings of the published networks on generated images of 32 × 32 × 3, or on features where a network takes those.</summary>
internal static class FamilyTraining
{
    private const int Classes = 10, Train = 1000;

    /// <summary>A training with momentum and decay, its images mirrored and moved; of one weight in 20 where it is masked.</summary>
    public static SmallTraining Of(string name, int batch, bool isMasked)
    {
        var network = NetworkCatalogue.Find(name)!;
        var mask = isMasked ? OneInTwenty(network) : null;
        var values = new GlorotNormal().Draw(network, seed: 11);
        var takesImages = NetworkCatalogue.TakesImages(name);
        var recipe = new TrainingRecipe(
            network, new SampleRange("train", 0, Train), "unit/1", "softmax_cross_entropy/1", batch, "sgd/1", 0.9m, 0.0005m, new MultiStepSchedule(0.02m, [], 1m),
            OrderSeed: 4, SchedulePosition: 0, DataPosition: 0, Images: takesImages ? new ImageRecipe(32, 32, 3, 0) : null,
            Augmentation: takesImages ? new Augmentation(Reflect: true, Shift: 4, Seed: 9) : null, DropoutSeed: 6);
        return new SmallTraining(recipe, new SyntheticSet(network.Inputs, Classes, 90, 1).Draw(Train, 1), new NetworkState(network, mask?.Select(values) ?? values), mask);
    }

    /// <summary>The fingerprint after some steps; fails unless every step is finite.</summary>
    public static string Fingerprint(SmallTraining training, IDevice device, int steps)
    {
        var (made, _) = training.Run(device, steps);
        Assert.All(made, static step => Assert.True(step.IsFinite));
        return made[^1].Fingerprint.ToString();
    }

    private static WeightMask OneInTwenty(NetworkDescription network)
    {
        var mask = WeightMask.Dense(network);
        foreach (var (weight, layer) in network.Weights().Select(static (weight, layer) => (weight, layer)))
        {
            for (var i = 0; i < weight.Size; i++)
            {
                if (((weight.Offset + i) * 2654435761u >> 12) % 20 != 0)
                {
                    mask.Prune(layer, i);
                }
            }
        }

        return mask;
    }
}
