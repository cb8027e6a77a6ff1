using Ledger.Arithmetic.Devices;
using Ledger.Arithmetic.Operations;
using Ledger.Arithmetic.Tensors;
using Ledger.Training.Recipes;
using Ledger.Training.Schedules;

namespace Ledger.Training.Execution;

/// <summary>Stochastic gradient descent with momentum.</summary>
internal sealed class SgdOptimiser(TrainingRecipe recipe) : IOptimiser
{
    public IReadOnlyList<string> Slots => ["velocity"];

    public Operation Update(NetworkValues values, IReadOnlyList<Tensor> slots, BitTensor? decayed, StepValues step, StepRing ring) => new SgdStep(
        values.All, values.Gradients!, slots[0], values.Mask, decayed, Binary32.Of(recipe.Momentum), Binary32.Of(recipe.WeightDecay), recipe.Nesterov ?? false, step, ring);

    public void Prepare(StepValues values, float rate, int updates) => values.Rate = rate;
}
