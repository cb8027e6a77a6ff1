using FluentValidation;
using Ledger.Application.Specifications.Drafts;
using Ledger.Application.Specifications.Reading;

namespace Ledger.Application.Specifications.Rules;

/// <summary>The learning rate's steps down: in order, within the training, and by a factor.</summary>
internal sealed class ScheduleRules : Rules
{
    private readonly DraftFacts _facts;

    public ScheduleRules(DraftFacts facts)
    {
        _facts = facts;
        RuleFor(draft => draft.Training.Milestones).Custom((_, context) => CheckMilestones(context));
        RuleFor(draft => draft.Training.Factor)
            .Positive()
            .Must(static (draft, factor) => factor is null or 1 || draft.Training.Milestones is not { Count: 0 })
            .WithMessage(static (_, factor) => $"{DecimalText.Format(factor!.Value)} has no milestones to act at: add training.milestones, or remove it")
            .Must(static (draft, factor) => factor is not null || draft.Training.Milestones is null or { Count: 0 })
            .WithMessage("is missing: the milestones need it; add a number such as 0.1");
    }

    private void CheckMilestones(ValidationContext<ExperimentDraft> context)
    {
        var draft = context.InstanceToValidate;
        var milestones = draft.Training.Milestones ?? [];
        for (var i = 0; i < milestones.Count; i++)
        {
            if (Mistake(draft, milestones, i) is { } mistake)
            {
                context.AddFailure($"Training.Milestones[{i}]", mistake);
            }
        }
    }

    private string? Mistake(ExperimentDraft draft, IReadOnlyList<StepCount> milestones, int index)
    {
        var milestone = milestones[index];
        if (milestone.Count == 0)
        {
            return $"{milestone} is the start: set training.rate instead, or give a later step";
        }

        if (_facts.Steps(draft, milestone) >= _facts.Steps(draft))
        {
            return $"{milestone} is not before the end of training ({draft.Training.Steps}): give an earlier step, or remove it";
        }

        return index > 0 && _facts.Steps(draft, milestone) <= _facts.Steps(draft, milestones[index - 1])
            ? $"{milestone} is not after {milestones[index - 1]}: put the milestones in ascending order"
            : null;
    }
}
