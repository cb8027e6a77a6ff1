using FluentValidation;

namespace Ledger.Application.Specifications.Rules;

/// <summary>The ticket method, its rounds and its rewind point.</summary>
internal sealed class MethodRules : Rules
{
    public MethodRules(SpecificationVocabulary vocabulary, DraftFacts facts)
    {
        RuleFor(draft => draft.Method.Name).KnownVersion("method", vocabulary.Methods);
        RuleFor(draft => draft.Method.Rounds)
            .Between(0, 1000)
            .Satisfies(
                (draft, rounds) => facts.Steps(draft) is not { } steps || Trained(rounds, steps) <= int.MaxValue,
                (draft, rounds) => $"{rounds} rounds after the dense one train {Trained(rounds, facts.Steps(draft)!.Value)} steps: give fewer rounds or steps, at most {int.MaxValue} together");
        RuleFor(draft => draft.Method.Rewind).Satisfies(
            (draft, rewind) => !(facts.Steps(draft, rewind) >= facts.Steps(draft)),
            (draft, rewind) => $"{rewind} is not before the end of training ({draft.Training.Steps}): give an earlier step");
    }

    private static long Trained(int rounds, int steps) => (rounds + 1L) * steps;
}
