using System.Linq.Expressions;
using FluentValidation;
using Ledger.Application.Specifications.Drafts;
using Ledger.Application.Specifications.Reading;
using Ledger.Events.Specification;

namespace Ledger.Application.Specifications.Rules;

/// <summary>What each part can be restored to.</summary>
internal sealed class RestoreRules : Rules
{
    public RestoreRules()
    {
        Allow(draft => draft.Method.Restore.Weights, RestoreRule.Rewind);
        Allow(draft => draft.Method.Restore.Slots, RestoreRule.Zero, RestoreRule.Rewind);
        Allow(draft => draft.Method.Restore.Schedule, RestoreRule.Rewind, RestoreRule.Restart);
        Allow(draft => draft.Method.Restore.Data, RestoreRule.Rewind, RestoreRule.Restart);
    }

    private void Allow(Expression<Func<ExperimentDraft, RestoreRule?>> part, params RestoreRule[] allowed) => RuleFor(part).Satisfies(
        (_, rule) => allowed.Contains(rule),
        (_, rule) => $"{Word(rule)} is not possible here: write {string.Join(" or ", allowed.Select(Word))}");

    private static string Word(RestoreRule rule) => Place.Key(rule.ToString());
}
