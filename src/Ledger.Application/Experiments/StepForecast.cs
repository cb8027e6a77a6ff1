using Ledger.Events.Specification;

namespace Ledger.Application.Experiments;

/// <summary>How many training steps a replicate has, known before anything is trained.</summary>
public static class StepForecast
{
    /// <summary>Steps of one round: later rounds start where the schedule stood at the rewind point.</summary>
    public static int OfRound(ExperimentSpecification specification, int round) =>
        specification.Training.Steps - (round > 0 && specification.Method.Restore.Schedule == RestoreRule.Rewind ? specification.Method.RewindStep : 0);

    /// <summary>Steps of all rounds before one.</summary>
    public static long Before(ExperimentSpecification specification, int round) =>
        round == 0 ? 0 : OfRound(specification, 0) + ((round - 1L) * OfRound(specification, 1));

    /// <summary>Steps of one replicate.</summary>
    public static long OfReplicate(ExperimentSpecification specification) => Before(specification, specification.Method.Rounds + 1);
}
