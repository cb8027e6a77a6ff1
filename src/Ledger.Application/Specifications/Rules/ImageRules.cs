using FluentValidation;
using Ledger.Application.Specifications.Drafts;

namespace Ledger.Application.Specifications.Rules;

/// <summary>Padding, standardising and random changes are for images, and fit their extents.</summary>
internal sealed class ImageRules : Rules
{
    private const int LargestPad = 1024;

    private readonly DraftFacts _facts;

    public ImageRules(DraftFacts facts)
    {
        _facts = facts;
        RuleFor(draft => draft.Training.Pad).Between(0, LargestPad).Satisfies((draft, pad) => pad == 0 || HasImages(draft), static (draft, _) => NoImages(draft));
        RuleFor(draft => draft.Training.Standardise).Satisfies((draft, _) => HasImages(draft), static (draft, _) => NoImages(draft));
        RuleFor(draft => draft.Training.Augment)
            .Satisfies((draft, _) => HasImages(draft), static (draft, _) => NoImages(draft))
            .Satisfies(static (_, augment) => augment is not { Reflect: false, Shift: 0 }, static (_, _) => "changes nothing: add 'reflect: true', or 'shift:' with a number of pixels, or remove it");
        When(static draft => draft.Training.Augment is not null, () => RuleFor(draft => draft.Training.Augment!.Shift)
            .AtLeast(0)
            .Satisfies(
                (draft, shift) => _facts.Input(draft) is not { } input || shift < Math.Min(input.Rows, input.Columns),
                (draft, shift) => $"{shift} moves images of {_facts.Input(draft)} out of sight: give at most {Math.Min(_facts.Input(draft)!.Value.Rows, _facts.Input(draft)!.Value.Columns) - 1}"));
        When(static draft => draft.Training.Standardise is not null, () =>
        {
            RuleFor(draft => draft.Training.Standardise!.Mean).Satisfies(OneAChannel, Wanted);
            RuleFor(draft => draft.Training.Standardise!.Deviation)
                .Satisfies(OneAChannel, Wanted)
                .Satisfies(static (_, deviations) => deviations.All(static deviation => deviation > 0), static (_, _) => "holds a number that is not above 0: give positive ones");
        });
    }

    private bool HasImages(ExperimentDraft draft) => _facts.Data(draft) is not { Image: null };

    private static string NoImages(ExperimentDraft draft) => $"is for images, and the samples of {draft.Data.Set} are plain features: remove it, or say what an image is";

    private bool OneAChannel(ExperimentDraft draft, IReadOnlyList<decimal> numbers) => _facts.Data(draft)?.Image is not { } image || numbers.Count == image.Channels;

    private string Wanted(ExperimentDraft draft, IReadOnlyList<decimal> numbers) =>
        $"has {numbers.Count} numbers, but {draft.Data.Set} has {_facts.Data(draft)!.Image!.Value.Channels} channels: give one a channel";
}
