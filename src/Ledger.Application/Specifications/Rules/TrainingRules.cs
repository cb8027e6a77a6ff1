using FluentValidation;

namespace Ledger.Application.Specifications.Rules;

/// <summary>How long, in which batches and with which optimiser the network is trained.</summary>
internal sealed class TrainingRules : Rules
{
    public TrainingRules(SpecificationVocabulary vocabulary, DraftFacts facts)
    {
        RuleFor(draft => draft.Training.Steps)
            .Satisfies(static (_, steps) => steps.Count > 0, static (_, steps) => $"{steps} trains nothing: give one step or more")
            .Satisfies(
                (draft, steps) => facts.Steps(draft, steps) is null or <= int.MaxValue,
                (draft, steps) => $"{steps} are {facts.Steps(draft, steps)} steps: give at most {int.MaxValue}");
        RuleFor(draft => draft.Training.Batch)
            .AtLeast(1)
            .Satisfies(
                (draft, batch) => facts.TrainingList(draft) is not { } samples || batch <= samples,
                (draft, batch) => $"{batch} is more than the {facts.TrainingList(draft)} training samples: give at most as many");
        RuleFor(draft => draft.Training.Optimiser).KnownVersion("optimiser", vocabulary.Optimisers);
        RuleFor(draft => draft.Training.WeightDecay).AtLeast(0m);
        RuleFor(draft => draft.Training.Rate).Positive();
    }
}
