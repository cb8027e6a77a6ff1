using FluentValidation;
using Ledger.Application.Specifications.Drafts;
using Ledger.Application.Specifications.Reading;
using Ledger.Events.Specification;

namespace Ledger.Application.Specifications.Rules;

/// <summary>Schedules besides milestones: the keys of their kind, a warm-up and a tail within the training.</summary>
internal sealed class FallRules : Rules
{
    private readonly DraftFacts _facts;

    public FallRules(DraftFacts facts)
    {
        _facts = facts;
        RuleFor(draft => draft.Training.WarmUp).Satisfies(Inside, static (draft, steps) => $"{steps} is not between the start and the end of training ({draft.Training.Steps}): give another number of steps");
        When(static draft => draft.Training.Schedule is not null, Schedule);
        When(static draft => draft.Training.Tail is not null, Tail);
    }

    private void Schedule()
    {
        RuleFor(draft => draft.Training.Schedule!.Kind)
            .Satisfies(
                static (draft, _) => draft.Training.Milestones is null or { Count: 0 },
                static (_, kind) => $"{Place.Key(kind.ToString())} falls by itself: remove training.milestones, or the schedule");
        RuleFor(draft => draft.Training.Schedule!.Every)
            .Must(static (draft, every) => every is not null || draft.Training.Schedule!.Kind is not ScheduleKind.Step)
            .WithMessage("is missing: add 'every:' with the steps between two factors, such as 10ep")
            .Satisfies(static (_, every) => every.Count > 0, static (_, every) => $"{every} is no distance: give one step or more");
        RuleFor(draft => draft.Training.Schedule!.Factor)
            .Must(static (draft, factor) => factor is not null || draft.Training.Schedule!.Kind is not ScheduleKind.Step)
            .WithMessage("is missing: add 'factor:' with a number such as 0.1")
            .Must(static (draft, factor) => factor is null || draft.Training.Schedule!.Kind is not ScheduleKind.Cosine)
            .WithMessage("is nothing that cosine has: remove it")
            .Positive();
        RuleFor(draft => draft.Training.Schedule!.Floor)
            .Must(static (draft, floor) => floor is null || draft.Training.Schedule!.Kind is not ScheduleKind.Step)
            .WithMessage("is nothing that step has: remove it")
            .AtLeast(0m)
            .Satisfies(
                static (draft, floor) => draft.Training.Rate is not { } rate || floor <= rate,
                static (draft, floor) => $"{floor} is above training.rate ({draft.Training.Rate}): give a lower rate to end at");
        RuleFor(draft => draft.Training.Schedule!.Steps)
            .Must(static (draft, steps) => steps is null || draft.Training.Schedule!.Kind is not ScheduleKind.Step)
            .WithMessage("is nothing that step has: remove it")
            .Satisfies(static (_, steps) => steps.Count > 0, static (_, steps) => $"{steps} is no distance: give one step or more");
    }

    private void Tail()
    {
        RuleFor(draft => draft.Training.Tail!.From)
            .Satisfies(Inside, static (draft, from) => $"{from} is not between the start and the end of training ({draft.Training.Steps}): give another step")
            .Satisfies(
                (draft, from) => !(_facts.Steps(draft, from) <= _facts.Steps(draft, draft.Training.WarmUp)),
                static (draft, from) => $"{from} is not after the warm-up ({draft.Training.WarmUp}): give a later step");
        RuleFor(draft => draft.Training.Tail)
            .Must(static tail => tail is not { Rate: null, Cycle: null, High: null, Low: null })
            .WithMessage("has no rate: add 'rate:' with one, or 'cycle:', 'high:' and 'low:'")
            .Must(static tail => tail is not { Rate: not null } or { Cycle: null, High: null, Low: null })
            .WithMessage("is constant and goes in cycles: keep 'rate:', or 'cycle:', 'high:' and 'low:'")
            .Must(static tail => tail is null or { Rate: not null } or { Cycle: not null, High: not null, Low: not null })
            .WithMessage("goes in cycles, which need 'cycle:', 'high:' and 'low:': add what is missing");
        RuleFor(draft => draft.Training.Tail!.Rate).AtLeast(0m);
        RuleFor(draft => draft.Training.Tail!.Cycle).Satisfies(static (_, cycle) => cycle.Count > 0, static (_, cycle) => $"{cycle} is no distance: give one step or more");
        RuleFor(draft => draft.Training.Tail!.High).AtLeast(0m);
        RuleFor(draft => draft.Training.Tail!.Low)
            .AtLeast(0m)
            .Satisfies(
                static (draft, low) => draft.Training.Tail!.High is not { } high || low <= high,
                static (draft, low) => $"{low} is above 'high' ({draft.Training.Tail!.High}): give a lower rate");
    }

    private bool Inside(ExperimentDraft draft, StepCount count) => count.Count > 0 && !(_facts.Steps(draft, count) >= _facts.Steps(draft));
}
