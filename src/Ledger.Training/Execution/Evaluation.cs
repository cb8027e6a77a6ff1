using Ledger.Arithmetic.Devices;
using Ledger.Arithmetic.Elementary;
using Ledger.Arithmetic.Operations;
using Ledger.Arithmetic.Tensors;
using Ledger.Training.Data;
using Ledger.Training.Recipes;
using Ledger.Training.States;

namespace Ledger.Training.Execution;

/// <summary>What a state does on a list of samples.</summary>
/// <param name="Correct">Samples whose first largest logit is the label's.</param>
/// <param name="Total">Samples.</param>
/// <param name="Loss">Mean of the samples' losses: blocks of 32, folded pairwise, divided once; null if that is infinite or undefined.</param>
public sealed record Evaluation(int Correct, int Total, float? Loss)
{
    // Of large images fewer at once, so that a few maps of all samples fit in memory.
    private const int LargestBatch = 512, BatchElements = 1 << 20;

    /// <summary>Evaluates a state; the batch it uses cannot be seen in the result.</summary>
    public static Evaluation Of(IDevice device, NetworkState state, WeightMask? mask, SampleSet samples, SampleRange range, ImageRecipe? images = null)
    {
        var batch = Math.Clamp(BatchElements / state.Network.Inputs, 32, LargestBatch);
        var values = new NetworkValues(device, state.Network, state.Values, mask, hasGradients: false);
        var losses = new float[range.Count];
        var hits = new float[range.Count];
        EvaluationProgram? program = null;
        for (var first = 0; first < range.Count; first += batch)
        {
            var rows = Math.Min(batch, range.Count - first);
            program = program?.Rows == rows ? program : new EvaluationProgram(device, state.Network, values, samples, rows, images);
            program.Run(range.First + first, losses.AsSpan(first, rows), hits.AsSpan(first, rows));
        }

        var loss = PairwiseBlocks.Sum(losses) / range.Count;
        return new Evaluation(hits.Count(static hit => hit != 0f), range.Count, float.IsFinite(loss) ? loss : null);
    }
}
