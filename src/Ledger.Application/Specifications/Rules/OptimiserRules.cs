using System.Linq.Expressions;
using FluentValidation;
using Ledger.Application.Specifications.Drafts;

namespace Ledger.Application.Specifications.Rules;

/// <summary>Each optimiser has its own coefficients; gradients are clipped and labels smoothed by sensible amounts.</summary>
internal sealed class OptimiserRules : Rules
{
    public OptimiserRules()
    {
        RuleFor(draft => draft.Training.Momentum)
            .Must(static (draft, momentum) => momentum is not null || draft.Training.IsAdam)
            .WithMessage("is missing: add 'momentum:' with a number of at most 28 digits, such as 0.2 or 1e-4")
            .Must(static (draft, momentum) => momentum is null or 0 || !draft.Training.IsAdam)
            .WithMessage(static draft => $"has no use in {draft.Training.Optimiser}, which has beta1 and beta2: remove it")
            .FromTo(0m, 1m);
        RuleFor(draft => draft.Training.Nesterov)
            .Satisfies(static (draft, nesterov) => !nesterov || !draft.Training.IsAdam, static (draft, _) => $"has no use in {draft.Training.Optimiser}: remove it")
            .Satisfies(static (draft, nesterov) => !nesterov || draft.Training.Momentum is not 0m, static (_, _) => "has no use without momentum: give momentum a number above 0, or remove it");
        Adams(draft => draft.Training.Beta1).FromTo(0m, 1m);
        Adams(draft => draft.Training.Beta2).FromTo(0m, 1m);
        Adams(draft => draft.Training.Epsilon).Positive();
        RuleFor(draft => draft.Training.ClipNorm).Positive();
        RuleFor(draft => draft.Training.LabelSmoothing).FromTo(0m, 1m);
    }

    private IRuleBuilderOptions<ExperimentDraft, decimal?> Adams(Expression<Func<ExperimentDraft, decimal?>> key) => RuleFor(key)
        .Satisfies(static (draft, _) => draft.Training.Optimiser is null || draft.Training.IsAdam, static (draft, _) => $"has no use in {draft.Training.Optimiser}: remove it");
}
