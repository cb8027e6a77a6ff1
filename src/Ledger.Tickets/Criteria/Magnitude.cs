using Ledger.Training.Networks;
using Ledger.Training.States;

namespace Ledger.Tickets.Criteria;

/// <summary>|w| at the end of training (Frankle and Carbin 2019, section 2; <c>large_final</c> of Zhou et al. 2019).</summary>
public sealed class Magnitude : IPruningCriterion
{
    /// <inheritdoc/>
    public string Name => "magnitude/1";

    /// <inheritdoc/>
    public float[] Score(ParameterTensor weight, NetworkState final)
    {
        var scores = final.Values.AsSpan(weight.Offset, weight.Size).ToArray();
        foreach (ref var score in scores.AsSpan())
        {
            score = MathF.Abs(score);
        }

        return scores;
    }
}
