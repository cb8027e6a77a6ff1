using FluentValidation;
using Ledger.Application.Specifications.Drafts;
using Ledger.Application.Specifications.Reading;
using Ledger.Tickets.Counting;
using Ledger.Tickets.Pruning;

namespace Ledger.Application.Specifications.Rules;

/// <summary>What is pruned: known rules, fractions below 1 (which leaves every group a weight), and something to prune in every round.</summary>
internal sealed class PruneRules : Rules
{
    private readonly DraftFacts _facts;

    public PruneRules(SpecificationVocabulary vocabulary, DraftFacts facts)
    {
        _facts = facts;
        RuleFor(draft => draft.Method.Prune.Criterion).KnownVersion("criterion", vocabulary.Criteria);
        RuleFor(draft => draft.Method.Prune.Count).KnownVersion("count rule", vocabulary.CountRules);
        RuleFor(draft => draft.Method.Prune.Fraction).FromTo(0m, 1m);
        RuleFor(draft => draft.Method.Prune.OutputFraction).FromTo(0m, 1m);
        RuleFor(draft => draft.Method.Prune.Exempt).Custom((patterns, context) => CheckExempt(patterns ?? [], context));
        RuleFor(draft => draft.Method.Rounds).Satisfies(
            (draft, rounds) => FirstIdleRound(draft, rounds) is null,
            (draft, rounds) => Idle(FirstIdleRound(draft, rounds)!.Value));
    }

    private void CheckExempt(IReadOnlyList<string> patterns, ValidationContext<ExperimentDraft> context)
    {
        if (_facts.Network(context.InstanceToValidate) is not { } network)
        {
            return;
        }

        for (var i = 0; i < patterns.Count; i++)
        {
            if (ExemptNames.Matching(network, patterns[i]) is [])
            {
                var names = network.Weights().Select(static weight => weight.Name).ToList();
                context.AddFailure($"Method.Prune.Exempt[{i}]", $"'{patterns[i]}' is no weight of the network; {Spelling.Suggestion(patterns[i], names)}known: {string.Join(", ", names)}");
            }
        }
    }

    private int? FirstIdleRound(ExperimentDraft draft, int rounds) =>
        _facts.Network(draft) is { } network
        && rounds is >= 0 and <= 1000
        && draft.Method.Prune is { Scope: { } scope, Fraction: { } fraction, Count: { } count } prune
        && CountRuleCatalogue.Find(VersionedName.Expand(count)) is { } rule
        && (prune.OutputFraction ?? fraction) is var outputFraction
        && IsShare(fraction)
        && IsShare(outputFraction)
            ? PruneForecast.FirstIdleRound(network, PruningGroups.Of(network, scope, fraction, outputFraction, ExemptNames.Of(network, prune.Exempt)), rule, rounds)
            : null;

    private static bool IsShare(decimal fraction) => fraction is >= 0 and < 1;

    private static string Idle(int round) =>
        $"round {round} would prune nothing: give {(round == 1 ? "a larger fraction" : $"at most {round - 1} rounds, or a larger fraction")}";
}
