using Ledger.Training.Data;
using Ledger.Training.Networks;
using Ledger.Training.Schedules;

namespace Ledger.Training.Recipes;

/// <summary>Everything besides start state, mask and samples that a trajectory depends on: the parameters of its key.</summary>
/// <param name="Network">Layer by layer.</param>
/// <param name="Samples">The training list.</param>
/// <param name="Preparation">Versioned name of how bytes become inputs, <c>unit/1</c>: p / 255.</param>
/// <param name="Loss">Versioned name, <c>softmax_cross_entropy/1</c>.</param>
/// <param name="Batch">Samples of a step.</param>
/// <param name="Optimiser">Versioned name, <c>sgd/1</c>.</param>
/// <param name="Momentum">Factor of the velocity.</param>
/// <param name="WeightDecay">Factor of the parameter added to its gradient.</param>
/// <param name="Schedule">Learning rates.</param>
/// <param name="OrderSeed">Stream seed of the data order.</param>
/// <param name="SchedulePosition">The schedule's step at the trajectory's step 0.</param>
/// <param name="DataPosition">The data order's step at the trajectory's step 0.</param>
/// <param name="Images">How images become inputs; null for features taken byte by byte.</param>
/// <param name="Augmentation">Random changes of the images, or null.</param>
/// <param name="Adam">Adam's coefficients, where it is the optimiser.</param>
/// <param name="Nesterov">True where SGD looks ahead; null if not.</param>
/// <param name="Decay">What decays: <c>weights</c>, prunable tensors only; null for all parameters.</param>
/// <param name="ClipNorm">The greatest norm of the gradients, or null.</param>
/// <param name="Smoothing">Label smoothing, or null.</param>
/// <param name="DropoutSeed">Stream seed of dropout, where the network has any.</param>
/// <param name="SlotUpdates">Updates that the start state's slots have seen, where the optimiser counts them; null for none.</param>
public sealed record TrainingRecipe(
    NetworkDescription Network,
    SampleRange Samples,
    string Preparation,
    string Loss,
    int Batch,
    string Optimiser,
    decimal Momentum,
    decimal WeightDecay,
    Schedule Schedule,
    ulong OrderSeed,
    int SchedulePosition,
    int DataPosition,
    ImageRecipe? Images = null,
    Augmentation? Augmentation = null,
    AdamRecipe? Adam = null,
    bool? Nesterov = null,
    string? Decay = null,
    decimal? ClipNorm = null,
    decimal? Smoothing = null,
    ulong? DropoutSeed = null,
    int? SlotUpdates = null)
{
    /// <summary>The value of <see cref="Decay"/> that spares biases and normalisations.</summary>
    public const string WeightsDecay = "weights";
}
