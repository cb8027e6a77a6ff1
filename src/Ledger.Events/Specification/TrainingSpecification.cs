namespace Ledger.Events.Specification;

/// <summary>How a network is trained.</summary>
/// <param name="Steps">Steps of the schedule: the dense network trains them all.</param>
/// <param name="Batch">Samples of a step; what is left of an epoch when no whole batch remains is skipped.</param>
/// <param name="Optimiser">Versioned name: <c>sgd/1</c>, <c>adam/1</c>, or <c>adamw/1</c>, whose decay is decoupled.</param>
/// <param name="Momentum">Factor of the velocity; 0 for optimisers without one.</param>
/// <param name="WeightDecay">Factor of the parameter added to its gradient.</param>
/// <param name="Rate">Learning rate at step 0.</param>
/// <param name="Milestones">Steps at which the rate is multiplied by <paramref name="Factor"/>; empty for a constant rate.</param>
/// <param name="Factor">See <paramref name="Milestones"/>; 1 for a constant rate.</param>
/// <param name="Schedule">What the rate follows instead of milestones.</param>
/// <param name="WarmUp">Steps that the rate first rises for.</param>
/// <param name="Tail">How the schedule ends.</param>
/// <param name="Nesterov">True if SGD looks ahead; absent if not.</param>
/// <param name="Adam">Adam's coefficients, where it is the optimiser.</param>
/// <param name="Decay"><c>weights</c> if only they decay; absent for all parameters.</param>
/// <param name="ClipNorm">The greatest norm of the gradients.</param>
/// <param name="LabelSmoothing">Share of each label given to all classes alike.</param>
/// <param name="Images">How images become inputs; absent if byte by byte.</param>
/// <param name="Augment">Random changes of the images.</param>
public sealed record TrainingSpecification(
    int Steps,
    int Batch,
    string Optimiser,
    decimal Momentum,
    decimal WeightDecay,
    decimal Rate,
    IReadOnlyList<int> Milestones,
    decimal Factor,
    ScheduleSpecification? Schedule = null,
    int? WarmUp = null,
    TailSpecification? Tail = null,
    bool? Nesterov = null,
    AdamSpecification? Adam = null,
    DecayScope? Decay = null,
    decimal? ClipNorm = null,
    decimal? LabelSmoothing = null,
    PreparationSpecification? Images = null,
    AugmentSpecification? Augment = null);
