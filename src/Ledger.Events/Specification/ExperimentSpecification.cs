namespace Ledger.Events.Specification;

/// <summary>A declared experiment, every default expanded: what a run's id is the digest of.</summary>
/// <param name="Data">Which samples, and how they are divided.</param>
/// <param name="Network">A named network, the widths of a multilayer perceptron (<c>mlp:784-300-100-10</c>), or <see cref="Listed"/>.</param>
/// <param name="Initialiser">Versioned name of the scheme, for example <c>glorot_normal/1</c>.</param>
/// <param name="Training">The recipe.</param>
/// <param name="Method">The ticket method.</param>
/// <param name="Evaluation">What is evaluated, and when.</param>
/// <param name="Seed">The experiment's seed; each replicate's is made from it.</param>
/// <param name="Layers">The network layer by layer, where it is listed.</param>
public sealed record ExperimentSpecification(
    DataSpecification Data,
    string Network,
    string Initialiser,
    TrainingSpecification Training,
    PruningSpecification Method,
    EvaluationSpecification Evaluation,
    ulong Seed,
    IReadOnlyList<LayerSpecification>? Layers = null)
{
    /// <summary>What stands for the name of a network whose layers are listed.</summary>
    public const string Listed = "layers";
}
