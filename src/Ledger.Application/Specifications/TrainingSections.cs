using Ledger.Application.Specifications.Drafts;
using Ledger.Application.Specifications.Rules;
using Ledger.Events.Specification;

namespace Ledger.Application.Specifications;

/// <summary>The training section from draft to record and back; what changes nothing is left out of the record.</summary>
internal static class TrainingSections
{
    private const decimal UsualBeta1 = 0.9m, UsualBeta2 = 0.999m, UsualEpsilon = 0.00000001m;

    /// <summary>The record of a draft without mistakes.</summary>
    public static TrainingSpecification Expand(ExperimentDraft draft, DraftFacts facts)
    {
        var training = draft.Training;
        return new TrainingSpecification(
            Steps(training.Steps)!.Value,
            training.Batch!.Value,
            VersionedName.Expand(training.Optimiser!),
            training.Momentum ?? 0,
            training.WeightDecay!.Value,
            training.Rate!.Value,
            [.. training.Milestones!.Select(milestone => Steps(milestone)!.Value)],
            training.Factor ?? 1,
            training.Schedule is { } schedule ? Schedule(schedule) : null,
            Steps(training.WarmUp),
            training.Tail is { } tail ? new TailSpecification(Steps(tail.From)!.Value, tail.Rate, Steps(tail.Cycle), tail.High, tail.Low) : null,
            training.Nesterov == true ? true : null,
            training.IsAdam ? new AdamSpecification(training.Beta1 ?? UsualBeta1, training.Beta2 ?? UsualBeta2, training.Epsilon ?? UsualEpsilon) : null,
            training.Decay == DecayScope.Weights ? DecayScope.Weights : null,
            training.ClipNorm,
            training.LabelSmoothing is 0 ? null : training.LabelSmoothing,
            Images(training.Standardise, facts.Pad(draft)!.Value, facts.UsualPad(draft)),
            training.Augment is { } augment ? new AugmentSpecification(augment.Reflect!.Value, augment.Shift!.Value) : null);

        int? Steps(StepCount? count) => (int?)facts.Steps(draft, count);

        ScheduleSpecification Schedule(ScheduleDraft schedule) => schedule.Kind == ScheduleKind.Step
            ? new ScheduleSpecification(ScheduleKind.Step, Steps(schedule.Every)!.Value, schedule.Factor)
            : new ScheduleSpecification(ScheduleKind.Cosine, Steps(schedule.Every) ?? 1, Floor: schedule.Floor ?? 0, Steps: Steps(schedule.Steps) ?? ToTheEnd());

        int ToTheEnd() => (Steps(training.Tail?.From) ?? Steps(training.Steps)!.Value) - (Steps(training.WarmUp) ?? 0);
    }

    /// <summary>The draft that would be written for a record.</summary>
    public static TrainingDraft Draft(TrainingSpecification training) => new(
        Count(training.Steps),
        training.Batch,
        training.Optimiser,
        training.Adam is null ? training.Momentum : null,
        training.Nesterov,
        training.Adam?.Beta1,
        training.Adam?.Beta2,
        training.Adam?.Epsilon,
        training.WeightDecay,
        training.Decay,
        training.ClipNorm,
        training.LabelSmoothing,
        training.Rate,
        [.. training.Milestones.Select(static milestone => new StepCount(milestone, IsEpochs: false))],
        training.Factor,
        training.Schedule is { } schedule ? new ScheduleDraft(schedule.Kind, Count(schedule.Every), schedule.Factor, schedule.Floor, Count(schedule.Steps)) : null,
        Count(training.WarmUp),
        training.Tail is { } tail ? new TailDraft(Count(tail.From), tail.Rate, Count(tail.Cycle), tail.High, tail.Low) : null,
        training.Images?.Pad,
        training.Images is { Mean: { } mean, Deviation: { } deviation } ? new StandardiseDraft(mean, deviation) : null,
        training.Augment is { } augment ? new AugmentDraft(augment.Reflect, augment.Shift) : null);

    private static PreparationSpecification? Images(StandardiseDraft? standardise, int pad, int usualPad) =>
        pad == 0 && usualPad == 0 && standardise is null ? null : new PreparationSpecification(pad, standardise?.Mean, standardise?.Deviation);

    private static StepCount? Count(int? steps) => steps is { } count ? new StepCount(count, IsEpochs: false) : null;
}
