namespace Ledger.Application.Training;

/// <summary>How far a training is.</summary>
/// <param name="Step">Steps made since the trajectory's start.</param>
/// <param name="Of">The step it trains to.</param>
/// <param name="Loss">Mean loss of the latest chunk.</param>
/// <param name="Accuracy">Share of the latest chunk's samples classified as labelled, 0 to 1.</param>
/// <param name="IsRepeated">True where recorded steps are computed again.</param>
public sealed record TrainingProgress(int Step, int Of, double Loss, double Accuracy, bool IsRepeated)
{
    /// <summary>The progress that a chunk of steps makes.</summary>
    public static TrainingProgress After(ComputedChunk chunk, int to, int batch, bool isRepeated) => new(
        chunk.Steps[^1].Step,
        to,
        chunk.Steps.Average(static step => (double)step.Loss),
        chunk.Steps.Average(static step => (double)step.Correct) / batch,
        isRepeated);
}
