namespace Ledger.Events.Specification;

/// <summary>How a network is trained.</summary>
/// <param name="Steps">Steps of the schedule: the dense network trains them all.</param>
/// <param name="Batch">Samples of a step; what is left of an epoch when no whole batch remains is skipped.</param>
/// <param name="Optimiser">Versioned name, <c>sgd/1</c>.</param>
/// <param name="Momentum">Factor of the velocity.</param>
/// <param name="WeightDecay">Factor of the parameter added to its gradient.</param>
/// <param name="Rate">Learning rate at step 0.</param>
/// <param name="Milestones">Steps at which the rate is multiplied by <paramref name="Factor"/>; empty for a constant rate.</param>
/// <param name="Factor">See <paramref name="Milestones"/>; 1 for a constant rate.</param>
public sealed record TrainingSpecification(
    int Steps,
    int Batch,
    string Optimiser,
    decimal Momentum,
    decimal WeightDecay,
    decimal Rate,
    IReadOnlyList<int> Milestones,
    decimal Factor);
