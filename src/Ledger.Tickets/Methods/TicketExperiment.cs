using Ledger.Events.Hashing;
using Ledger.Events.Specification;
using Ledger.Training.Data;
using Ledger.Training.Networks;
using Ledger.Training.Networks.Layers;
using Ledger.Training.Recipes;

namespace Ledger.Tickets.Methods;

/// <summary>One replicate of an experiment in the terms that derivations use: names expanded, seeds drawn, lists divided.</summary>
/// <param name="Specification">What was declared.</param>
/// <param name="Network">Layer by layer.</param>
/// <param name="Data">The data digest.</param>
/// <param name="TrainSamples">All training samples, those kept for validation included.</param>
/// <param name="TestSamples">All test samples.</param>
/// <param name="InitSeed">Stream seed of the initialisation.</param>
/// <param name="OrderSeed">Stream seed of the data order.</param>
/// <param name="Images">How images become inputs; null for features taken byte by byte.</param>
/// <param name="AugmentSeed">Stream seed of what changes training images.</param>
/// <param name="DropoutSeed">Stream seed of dropout.</param>
public sealed record TicketExperiment(
    ExperimentSpecification Specification,
    NetworkDescription Network,
    Digest Data,
    int TrainSamples,
    int TestSamples,
    ulong InitSeed,
    ulong OrderSeed,
    ImageRecipe? Images = null,
    ulong AugmentSeed = 0,
    ulong DropoutSeed = 0)
{
    /// <summary>Bytes over 255.</summary>
    public const string Preparation = "unit/1";

    /// <summary>Softmax cross-entropy, mean over the batch.</summary>
    public const string Loss = "softmax_cross_entropy/1";

    /// <summary>The recipe of a trajectory that starts at some position of schedule and data order.</summary>
    public TrainingRecipe Recipe(int schedulePosition, int dataPosition)
    {
        var training = Specification.Training;
        return new TrainingRecipe(
            Network,
            Split("train"),
            Preparation,
            Loss,
            training.Batch,
            SpecifiedTraining.Optimiser(training),
            training.Momentum,
            training.WeightDecay,
            SpecifiedTraining.Schedule(training),
            OrderSeed,
            schedulePosition,
            dataPosition,
            Images,
            training.Augment is { } augment ? new Augmentation(augment.Reflect, augment.Shift, AugmentSeed) : null,
            SpecifiedTraining.Coefficients(training),
            training.Nesterov,
            training.Decay == DecayScope.Weights ? TrainingRecipe.WeightsDecay : null,
            training.ClipNorm,
            training.LabelSmoothing,
            LayerWalk.Of(Network).Any(static step => step.Layer is DropoutLayer) ? DropoutSeed : null);
    }

    /// <summary>The list of samples of a split: the last training samples are the validation list.</summary>
    public SampleRange Split(string name)
    {
        var validation = Specification.Data.Validation;
        return name switch
        {
            "train" => new SampleRange("train", 0, TrainSamples - validation),
            "validation" => new SampleRange("train", TrainSamples - validation, validation),
            "test" => new SampleRange("test", 0, TestSamples),
            _ => throw new ArgumentException($"split '{name}' is unknown here", nameof(name)),
        };
    }
}
