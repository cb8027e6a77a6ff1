using Ledger.Application.Specifications.Drafts;
using Ledger.Application.Specifications.Rules;
using Ledger.Events.Specification;
using Ledger.Training.Networks;

namespace Ledger.Application.Specifications;

/// <summary>From a draft without mistakes to the record: names get versions, epochs become steps, defaults are written out.</summary>
internal sealed class SpecificationExpansion(SpecificationVocabulary vocabulary)
{
    private const string PerceptronPrefix = "mlp:";

    private readonly DraftFacts _facts = new(vocabulary);

    /// <summary>The experiment of a draft that every rule holds for.</summary>
    public LoadedExperiment Expand(ExperimentDraft draft) =>
        new(draft.Name!, draft.Notes, Specification(draft), draft.Replicates!.Value, draft.Data.Path, draft.Claim);

    private ExperimentSpecification Specification(ExperimentDraft draft) => new(
        Data(draft.Data),
        Network(draft),
        VersionedName.Expand(draft.Initialiser!),
        TrainingSections.Expand(draft, _facts),
        Method(draft),
        Evaluation(draft),
        draft.Seed!.Value.Value,
        draft.Layers is { } layers ? LayerSections.Expand(layers) : null);

    private static DataSpecification Data(DataDraft data) => new(
        data.Set!,
        data.Validation!.Value,
        data.Synthetic is { } synthetic ? SampleSections.Expand(synthetic) : null,
        data.Files is { } files ? SampleSections.Expand(files) : null);

    /// <summary>A perceptron's widths are written anew, so that <c>mlp:064-4</c> is <c>mlp:64-4</c>.</summary>
    private string Network(ExperimentDraft draft) => draft.Network is not { } name
        ? ExperimentSpecification.Listed
        : name.StartsWith(PerceptronPrefix, StringComparison.Ordinal) && _facts.Network(draft) is { } network && MultilayerPerceptron.LayersOf(network) is { } layers
            ? PerceptronPrefix + string.Join('-', layers.Select(static layer => layer.Inputs).Append(network.Outputs))
            : name;

    private PruningSpecification Method(ExperimentDraft draft) => new(
        VersionedName.Expand(draft.Method.Name!),
        draft.Method.Rounds!.Value,
        Steps(draft, draft.Method.Rewind),
        VersionedName.Expand(draft.Method.Prune.Criterion!),
        draft.Method.Prune.Scope!.Value,
        VersionedName.Expand(draft.Method.Prune.Count!),
        draft.Method.Prune.Fraction!.Value,
        draft.Method.Prune.OutputFraction ?? draft.Method.Prune.Fraction!.Value,
        Restore(draft.Method.Restore),
        ExemptNames.Of(_facts.Network(draft)!, draft.Method.Prune.Exempt));

    private static RestoreSpecification Restore(RestoreDraft restore) =>
        new(restore.Weights!.Value, restore.Slots!.Value, restore.Schedule!.Value, restore.Data!.Value);

    private EvaluationSpecification Evaluation(ExperimentDraft draft) =>
        new([.. vocabulary.Splits.Where(draft.Evaluate.Splits!.Contains)], Steps(draft, draft.Evaluate.Every));

    private int Steps(ExperimentDraft draft, StepCount? count) => (int)_facts.Steps(draft, count)!.Value;
}
