using Ledger.Events.Streams;

namespace Ledger.Application.Projections;

/// <summary>That a run used an evaluation.</summary>
/// <param name="Split">The list of samples.</param>
/// <param name="Step">The trajectory's step.</param>
/// <param name="Stream">Where the evaluation is recorded.</param>
internal sealed record UsedEvaluation(string Split, int Step, StreamName Stream)
{
    /// <summary>With what was recorded of it.</summary>
    public EvaluationUse With(BookedEvaluation outcome) => new(Split, Step, outcome.Correct, outcome.Total, outcome.Loss);
}
