namespace Ledger.Application.Experiments;

/// <summary>One round of a run: its ticket, and what its last state does on each list of samples.</summary>
/// <param name="Round">0 is the dense network.</param>
/// <param name="Kept">Prunable weights kept.</param>
/// <param name="Total">Prunable weights.</param>
/// <param name="DeadLayers">Names of layers of which no weight was kept.</param>
/// <param name="Evaluations">Of the last evaluated step, in the order they were made.</param>
public sealed record RoundSummary(int Round, int Kept, int Total, IReadOnlyList<string> DeadLayers, IReadOnlyList<SplitResult> Evaluations)
{
    /// <summary>Share of the prunable weights kept, 0 to 1.</summary>
    public double Density => (double)Kept / Total;

    /// <summary>The evaluation on a list of samples, or null.</summary>
    public SplitResult? On(string split) => Evaluations.FirstOrDefault(evaluation => evaluation.Split == split);
}
