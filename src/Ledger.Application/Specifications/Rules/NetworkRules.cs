using FluentValidation;
using Ledger.Application.Specifications.Reading;

namespace Ledger.Application.Specifications.Rules;

/// <summary>The network is named or listed, known, countable and fits the data.</summary>
internal sealed class NetworkRules : Rules
{
    public NetworkRules(SpecificationVocabulary vocabulary, DraftFacts facts)
    {
        RuleFor(draft => draft.Network)
            .Satisfies(
                (_, name) => facts.IsKnownNetwork(name),
                (_, name) => $"'{name}' is not a known network; {Spelling.Suggestion(name, vocabulary.Networks)}known: {string.Join(", ", vocabulary.Networks)}")
            .Satisfies(
                (draft, _) => draft.Layers is not null || facts.NetworkRefusal(draft, out var _) is null,
                (draft, name) => $"'{name}' {facts.NetworkRefusal(draft, out var _)}")
            .Satisfies(
                (draft, _) => draft.Layers is not null || facts.Input(draft) is not { } input || facts.Network(draft) is not { } network || input.Count == network.Inputs,
                (draft, name) => $"'{name}' takes {facts.Network(draft)!.Inputs} features, but {draft.Data.Set} has {facts.Input(draft)!.Value.Count}: give a network that takes as many")
            .Satisfies(
                (draft, _) => draft.Layers is not null || facts.Data(draft) is not { } data || facts.Network(draft) is not { } network || data.Classes == network.Outputs,
                (draft, name) => $"'{name}' tells {facts.Network(draft)!.Outputs} classes apart, but {draft.Data.Set} has {facts.Data(draft)!.Classes}: give a network with as many outputs");
        RuleFor(draft => draft.Layers)
            .Must(static (draft, layers) => layers is null || draft.Network is null)
            .WithMessage(static draft => $"says again what 'network: {draft.Network}' says: keep one of them")
            .Custom(static (layers, context) =>
            {
                foreach (var (place, message) in layers is null ? [] : LayerMistakes.In(layers, "layers"))
                {
                    context.AddFailure(new FluentValidation.Results.ValidationFailure(place, message));
                }
            });
        RuleFor(draft => draft.Layers)
            .Satisfies(
                (draft, _) => draft.Network is not null || facts.NetworkRefusal(draft, out var _) is null,
                (draft, _) => $"do not fit together: {facts.NetworkRefusal(draft, out var _)}")
            .Satisfies(
                (draft, _) => facts.Data(draft) is not { } data || facts.Network(draft) is not { } network || data.Classes == network.Outputs,
                (draft, _) => $"tell {facts.Network(draft)!.Outputs} classes apart, but {draft.Data.Set} has {facts.Data(draft)!.Classes}: end with as many outputs");
    }
}
