namespace Ledger.Application.Experiments;

/// <summary>What a state does on a list of samples.</summary>
/// <param name="Split">The list.</param>
/// <param name="Step">The trajectory's step.</param>
/// <param name="Correct">Samples classified as labelled.</param>
/// <param name="Total">Samples evaluated.</param>
/// <param name="Loss">Mean loss.</param>
public sealed record SplitResult(string Split, int Step, int Correct, int Total, float? Loss)
{
    /// <summary>Share classified as labelled, 0 to 1.</summary>
    public double Accuracy => (double)Correct / Total;
}
