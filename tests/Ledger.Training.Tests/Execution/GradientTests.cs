using Ledger.Arithmetic.Reference;
using Ledger.Training.Recipes;
using Ledger.Training.Schedules;
using Ledger.Training.Tests.Fixtures;

namespace Ledger.Training.Tests.Execution;

/// <summary>The specification's gradients against finite differences of a binary64 loss.</summary>
public sealed class GradientTests
{
    private const double Distance = 1e-6;

    [Theory]
    [InlineData(7, false)]
    [InlineData(70, true)]
    public void Advance_PlainDescent_MovesByTheGradient(int batch, bool isMasked)
    {
        var training = SmallTraining.Of(batch, isMasked);
        var recipe = training.Recipe with { Momentum = 0, WeightDecay = 0, Schedule = new MultiStepSchedule(1m, [], 1m) };
        var (_, after) = (training with { Recipe = recipe }).Run(new ReferenceDevice(), 1);
        var indices = new DataOrder(recipe.Samples, batch, recipe.OrderSeed).BatchAt(0).ToArray();
        var samples = indices.Select(i => training.Data.Train.Samples.Slice(20 * i, 20).ToArray()).ToArray();
        var labels = indices.Select(i => training.Data.Train.Labels.Span[i]).ToArray();
        var plain = new PlainNetwork(recipe.Network, training.Mask);
        var parameters = training.Start.Values.Select(static p => (double)p).ToArray();

        // Every seventh parameter, so that each tensor is met.
        for (var i = 0; i < parameters.Length; i += 7)
        {
            var slope = (LossWith(i, Distance) - LossWith(i, -Distance)) / (2 * Distance);
            Assert.Equal(slope, training.Start.Values[i] - after.Values[i], 2e-6);
            Assert.Equal(slope, after.Slots[0].Values[i], 1e-6);
        }

        double LossWith(int index, double change)
        {
            var changed = parameters.ToArray();
            changed[index] += change;
            return plain.Loss64(changed, samples, labels);
        }
    }
}
