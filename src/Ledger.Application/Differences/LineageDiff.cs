namespace Ledger.Application.Differences;

/// <summary>What a comparison of two tickets, runs or experiments found.</summary>
/// <param name="A">The address of one.</param>
/// <param name="B">The address of the other.</param>
/// <param name="Runs">The runs compared, in pairs: of experiments, replicates of equal number.</param>
/// <param name="OnlyInA">Replicates that only one has.</param>
/// <param name="OnlyInB">Replicates that only the other has.</param>
public sealed record LineageDiff(string A, string B, IReadOnlyList<RunDiff> Runs, IReadOnlyList<int> OnlyInA, IReadOnlyList<int> OnlyInB)
{
    /// <summary>True if every derivation of every run has the same key and the same bits.</summary>
    public bool IsIdentical => OnlyInA.Count == 0 && OnlyInB.Count == 0 && Runs.All(static run => run.Difference is null);
}
