namespace Ledger.Events.Specification;

/// <summary>A declared experiment, every default expanded: what a run's id is the digest of.</summary>
/// <param name="Data">Which samples, and how they are divided.</param>
/// <param name="Network">A named network, or the widths of a multilayer perceptron (<c>mlp:784-300-100-10</c>).</param>
/// <param name="Initialiser">Versioned name of the scheme, for example <c>glorot_normal/1</c>.</param>
/// <param name="Training">The recipe.</param>
/// <param name="Method">The ticket method.</param>
/// <param name="Evaluation">What is evaluated, and when.</param>
/// <param name="Seed">The experiment's seed; each replicate's is made from it.</param>
public sealed record ExperimentSpecification(
    DataSpecification Data,
    string Network,
    string Initialiser,
    TrainingSpecification Training,
    PruningSpecification Method,
    EvaluationSpecification Evaluation,
    ulong Seed);
