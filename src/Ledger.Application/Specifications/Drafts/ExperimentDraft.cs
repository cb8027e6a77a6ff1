namespace Ledger.Application.Specifications.Drafts;

/// <summary>The whole file.</summary>
internal sealed record ExperimentDraft(
    string? Name,
    [Optional] string? Notes,
    ExperimentSeed? Seed,
    [Optional] string? Claim,
    [Default("1")] int? Replicates,
    DataDraft Data,
    string? Network,
    string? Initialiser,
    TrainingDraft Training,
    MethodDraft Method,
    [Default("{}")] EvaluateDraft Evaluate) : ISection;
