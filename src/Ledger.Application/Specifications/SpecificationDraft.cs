using Ledger.Application.Specifications.Drafts;
using Ledger.Events.Specification;

namespace Ledger.Application.Specifications;

/// <summary>From the record back to the draft that would be written for it, every default written out.</summary>
internal static class SpecificationDraft
{
    /// <summary>The draft of an experiment.</summary>
    public static ExperimentDraft Of(LoadedExperiment experiment)
    {
        var specification = experiment.Specification;
        return new ExperimentDraft(
            experiment.Name,
            experiment.Notes,
            experiment.SeedClaim is null ? new ExperimentSeed(specification.Seed) : new ExperimentSeed(0, IsFromClaim: true),
            experiment.SeedClaim,
            experiment.Replicates,
            Data(specification.Data, experiment.DataPath),
            specification.Layers is null ? specification.Network : null,
            specification.Layers is { } layers ? LayerSections.Draft(layers) : null,
            specification.Initialiser,
            TrainingSections.Draft(specification.Training),
            Method(specification.Method),
            new EvaluateDraft(specification.Evaluation.Splits, Steps(specification.Evaluation.Every)));
    }

    private static DataDraft Data(DataSpecification data, string? path) => new(
        data.Set,
        data.Validation,
        path,
        data.Synthetic is { } synthetic ? SampleSections.Draft(synthetic) : null,
        data.Files is { } files ? SampleSections.Draft(files) : null);

    private static MethodDraft Method(PruningSpecification method) => new(
        method.Name,
        method.Rounds,
        Steps(method.RewindStep),
        new PruneDraft(method.Criterion, method.Scope, method.Fraction, method.OutputFraction, method.Count, method.Exempt),
        new RestoreDraft(method.Restore.Weights, method.Restore.Slots, method.Restore.Schedule, method.Restore.Data));

    private static StepCount Steps(int steps) => new(steps, IsEpochs: false);
}
