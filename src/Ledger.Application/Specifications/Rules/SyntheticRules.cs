using FluentValidation;

namespace Ledger.Application.Specifications.Rules;

/// <summary>The generator's settings: labels and pixels are bytes, all samples of a list stand in one array.</summary>
internal sealed class SyntheticRules : Rules
{
    public SyntheticRules() => When(static draft => draft.Data.Synthetic is not null, () =>
    {
        RuleFor(draft => draft.Data.Synthetic!.Features).Between(1, 65536);
        RuleFor(draft => draft.Data.Synthetic!.Classes).Between(2, 256);
        RuleFor(draft => draft.Data.Synthetic!.Train)
            .AtLeast(1)
            .Satisfies((draft, count) => Fits(count, draft.Data.Synthetic!.Features), (draft, count) => TooLarge(count, draft.Data.Synthetic!.Features));
        RuleFor(draft => draft.Data.Synthetic!.Test)
            .AtLeast(1)
            .Satisfies((draft, count) => Fits(count, draft.Data.Synthetic!.Features), (draft, count) => TooLarge(count, draft.Data.Synthetic!.Features));
        RuleFor(draft => draft.Data.Synthetic!.Noise).Between(0, 255);
    });

    private static bool Fits(int count, int? features) => features is not (>= 1 and <= 65536) || (long)count * features.Value <= Array.MaxLength;

    private static string TooLarge(int count, int? features) =>
        $"{count} samples of {features} features are more than {Array.MaxLength} bytes: give at most {Array.MaxLength / features!.Value}";
}
