using FluentValidation;
using Ledger.Application.Specifications.Drafts;
using Ledger.Application.Specifications.Reading;

namespace Ledger.Application.Specifications.Rules;

/// <summary>What is evaluated exists, once, and within the training.</summary>
internal sealed class EvaluateRules : Rules
{
    private readonly SpecificationVocabulary _vocabulary;

    public EvaluateRules(SpecificationVocabulary vocabulary, DraftFacts facts)
    {
        _vocabulary = vocabulary;
        RuleFor(draft => draft.Evaluate.Splits).Custom((_, context) => CheckSplits(context));
        RuleFor(draft => draft.Evaluate.Every).Satisfies(
            (draft, every) => !(facts.Steps(draft, every) > facts.Steps(draft)),
            (draft, every) => $"{every} is beyond the end of training ({draft.Training.Steps}): give fewer steps, or 0 to evaluate rounds only at their end");
    }

    private void CheckSplits(ValidationContext<ExperimentDraft> context)
    {
        var draft = context.InstanceToValidate;
        if (draft.Evaluate.Splits is not { } splits)
        {
            return;
        }

        if (splits.Count == 0)
        {
            context.AddFailure("Evaluate.Splits", $"is empty: name at least one of {string.Join(", ", _vocabulary.Splits)}");
        }

        for (var i = 0; i < splits.Count; i++)
        {
            if (Mistake(draft, splits, i) is { } mistake)
            {
                context.AddFailure($"Evaluate.Splits[{i}]", mistake);
            }
        }
    }

    private string? Mistake(ExperimentDraft draft, IReadOnlyList<string> splits, int index)
    {
        var split = splits[index];
        if (!_vocabulary.Splits.Contains(split))
        {
            return $"'{split}' is not a known split; {Spelling.Suggestion(split, _vocabulary.Splits)}known: {string.Join(", ", _vocabulary.Splits)}";
        }

        if (splits.Take(index).Contains(split))
        {
            return $"'{split}' is named twice: keep one of them";
        }

        return split == SpecificationVocabulary.Validation && draft.Data.Validation == 0
            ? "'validation' has no samples: give data.validation a number above 0, or remove it here"
            : null;
    }
}
