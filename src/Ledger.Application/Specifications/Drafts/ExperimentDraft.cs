namespace Ledger.Application.Specifications.Drafts;

/// <summary>The whole file.</summary>
internal sealed record ExperimentDraft(
    string? Name,
    [Optional] string? Notes,
    ExperimentSeed? Seed,
    [Optional] string? Claim,
    [Default("1")] int? Replicates,
    DataDraft Data,
    [Unless(nameof(ExperimentDraft.Layers))] string? Network,
    [Optional] IReadOnlyList<LayerDraft>? Layers,
    string? Initialiser,
    TrainingDraft Training,
    MethodDraft Method,
    [Default("{}")] EvaluateDraft Evaluate) : ISection;
