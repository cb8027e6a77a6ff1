using Ledger.Application.Specifications;
using Ledger.Events.Specification;

namespace Ledger.Application.Tests.Scenarios;

/// <summary>An experiment of a few dozen steps on sixteen pixels.</summary>
internal static class TinyExperiment
{
    public static ExperimentSpecification Specification { get; } = new(
        new DataSpecification("synthetic", 32, new SyntheticSpecification(16, 3, 96, 40, 64, 7)),
        "mlp:16-8-3",
        "glorot_normal/1",
        new TrainingSpecification(12, 16, "sgd/1", 0.9m, 0.0001m, 0.05m, [], 1m),
        new PruningSpecification("imp/1", 2, 4, "magnitude/1", PruningScope.Global, "exact_floor/1", 0.3m, 0.2m, new RestoreSpecification(RestoreRule.Rewind, RestoreRule.Zero, RestoreRule.Rewind, RestoreRule.Rewind)),
        new EvaluationSpecification(["test"], 0),
        1);

    public static LoadedExperiment Of(ExperimentSpecification specification) => new("tiny", null, specification, 1, null);

    public static ExperimentSpecification With(this ExperimentSpecification specification, int? rounds = null, int? steps = null, int? rewind = null, decimal? rate = null, IReadOnlyList<string>? splits = null, int? every = null) =>
        specification with
        {
            Training = specification.Training with { Steps = steps ?? specification.Training.Steps, Rate = rate ?? specification.Training.Rate },
            Method = specification.Method with { Rounds = rounds ?? specification.Method.Rounds, RewindStep = rewind ?? specification.Method.RewindStep },
            Evaluation = new EvaluationSpecification(splits ?? specification.Evaluation.Splits, every ?? specification.Evaluation.Every),
        };
}
