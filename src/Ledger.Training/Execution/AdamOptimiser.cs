using Ledger.Arithmetic.Devices;
using Ledger.Arithmetic.Operations;
using Ledger.Arithmetic.Tensors;
using Ledger.Training.Recipes;
using Ledger.Training.Schedules;

namespace Ledger.Training.Execution;

/// <summary>Adam; powers of β by repeated squaring in binary64, from the decimal rounded once.</summary>
internal sealed class AdamOptimiser(TrainingRecipe recipe, AdamRecipe adam) : IOptimiser
{
    public IReadOnlyList<string> Slots => ["first_moment", "second_moment"];

    public Operation Update(NetworkValues values, IReadOnlyList<Tensor> slots, BitTensor? decayed, StepValues step, StepRing ring) =>
        new AdamStep(values.All, values.Gradients!, slots[0], slots[1], values.Mask, decayed, Settings(), step, ring);

    public void Prepare(StepValues values, float rate, int updates)
    {
        values.Rate = rate;
        values.CorrectedRate = (float)(rate / (1.0 - Power(Binary32.Binary64Of(adam.Beta1), updates)));
        values.SecondCorrection = (float)Math.Sqrt(1.0 - Power(Binary32.Binary64Of(adam.Beta2), updates));
    }

    private AdamSettings Settings() => new(
        Binary32.Of(adam.Beta1),
        Binary32.Of(1 - adam.Beta1),
        Binary32.Of(adam.Beta2),
        Binary32.Of(1 - adam.Beta2),
        Binary32.Of(adam.Epsilon),
        Binary32.Of(recipe.WeightDecay),
        adam.IsDecoupled);

    // From the exponent's lowest bit: p = p·s where it is 1, then s = s·s.
    private static double Power(double value, int exponent)
    {
        var power = 1.0;
        for (var square = value; exponent > 0; exponent >>= 1, square *= square)
        {
            power = (exponent & 1) != 0 ? power * square : power;
        }

        return power;
    }
}
