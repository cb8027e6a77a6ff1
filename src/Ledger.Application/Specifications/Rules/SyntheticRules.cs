using FluentValidation;

namespace Ledger.Application.Specifications.Rules;

/// <summary>The generator's settings.</summary>
internal sealed class SyntheticRules : Rules
{
    public SyntheticRules()
    {
        Include(new SampleRules("Data.Synthetic", static draft => draft.Data.Synthetic));
        When(static draft => draft.Data.Synthetic is not null, () =>
        {
            RuleFor(draft => draft.Data.Synthetic!.Noise).Between(0, 255);
            RuleFor(draft => draft.Data.Synthetic!.Shift)
                .Between(0, 255)
                .Must(static (draft, shift) => shift is null || draft.Data.Synthetic!.Image is not null)
                .WithMessage("moves images, but samples are plain features: remove it, or write 'image:' in place of 'features:'");
        });
    }
}
