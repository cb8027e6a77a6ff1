namespace Ledger.Training.Schedules;

/// <summary>A learning rate that is multiplied by a factor at each milestone; constant without milestones.</summary>
/// <param name="Rate">At step 0.</param>
/// <param name="Milestones">Ascending steps: update t + 1 with t ≥ milestone uses the lowered rate.</param>
/// <param name="Factor">Of each milestone.</param>
public sealed record MultiStepSchedule(decimal Rate, IReadOnlyList<int> Milestones, decimal Factor) : GeometricSchedule(Rate, Factor)
{
    /// <inheritdoc/>
    protected override int Passed(int step)
    {
        var passed = 0;
        for (var i = 0; i < Milestones.Count; i++)
        {
            passed += step >= Milestones[i] ? 1 : 0;
        }

        return passed;
    }
}
