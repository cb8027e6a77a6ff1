using FluentValidation;
using Ledger.Application.Specifications.Reading;

namespace Ledger.Application.Specifications.Rules;

/// <summary>The network is known, countable and fits the data.</summary>
internal sealed class NetworkRules : Rules
{
    public NetworkRules(SpecificationVocabulary vocabulary, DraftFacts facts) => RuleFor(draft => draft.Network)
        .Satisfies(
            (draft, _) => facts.NetworkRefusal(draft, out var network) is not null || network is not null,
            (_, name) => $"'{name}' is not a known network; {Spelling.Suggestion(name, vocabulary.Networks)}known: {string.Join(", ", vocabulary.Networks)}")
        .Satisfies(
            (draft, _) => facts.NetworkRefusal(draft, out var _) is null,
            (draft, name) => $"'{name}' {facts.NetworkRefusal(draft, out var _)}")
        .Satisfies(
            (draft, _) => facts.Data(draft) is not { } data || data.Features == facts.Network(draft)!.Inputs,
            (draft, name) => $"'{name}' takes {facts.Network(draft)!.Inputs} features, but {draft.Data.Set} has {facts.Data(draft)!.Features}: give a network that takes as many")
        .Satisfies(
            (draft, _) => facts.Data(draft) is not { } data || data.Classes == facts.Network(draft)!.Outputs,
            (draft, name) => $"'{name}' tells {facts.Network(draft)!.Outputs} classes apart, but {draft.Data.Set} has {facts.Data(draft)!.Classes}: give a network with as many outputs");
}
