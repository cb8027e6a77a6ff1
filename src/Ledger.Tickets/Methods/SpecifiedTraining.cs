using Ledger.Events.Specification;
using Ledger.Training.Recipes;
using Ledger.Training.Schedules;

namespace Ledger.Tickets.Methods;

/// <summary>From the training section of a specification to the parts of a recipe.</summary>
public static class SpecifiedTraining
{
    private const string Adam = "adam/1";
    private const string DecoupledAdam = "adamw/1";

    /// <summary>The optimiser's name in a recipe: Adam with decoupled decay is Adam there.</summary>
    public static string Optimiser(TrainingSpecification training) => training.Optimiser == DecoupledAdam ? Adam : training.Optimiser;

    /// <summary>True if the optimiser's steps depend on how many its slots have seen.</summary>
    public static bool CountsUpdates(TrainingSpecification training) => Optimiser(training) == Adam;

    /// <summary>Adam's coefficients, or null for other optimisers.</summary>
    public static AdamRecipe? Coefficients(TrainingSpecification training) =>
        training.Adam is { } adam ? new AdamRecipe(adam.Beta1, adam.Beta2, adam.Epsilon, training.Optimiser == DecoupledAdam) : null;

    /// <summary>Learning rates: what falls, behind a warm-up if there is one, in front of a tail if there is one.</summary>
    public static Schedule Schedule(TrainingSpecification training)
    {
        var fall = Fall(training);
        var whole = training.WarmUp is { } steps ? new WarmUpSchedule(steps, fall) : fall;
        return training.Tail switch
        {
            { Cycle: { } cycle } tail => new CyclicTailSchedule(whole, tail.From, cycle, tail.High!.Value, tail.Low!.Value),
            { } tail => new ConstantTailSchedule(whole, tail.From, tail.Rate!.Value),
            null => whole,
        };
    }

    private static Schedule Fall(TrainingSpecification training) => training.Schedule switch
    {
        { Kind: ScheduleKind.Step } step => new StepSchedule(training.Rate, step.Every, step.Factor!.Value),
        { } cosine => new CosineSchedule(training.Rate, cosine.Floor!.Value, cosine.Steps!.Value, training.WarmUp ?? 0, cosine.Every),
        null => new MultiStepSchedule(training.Rate, training.Milestones, training.Factor),
    };
}
