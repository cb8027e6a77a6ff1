using System.Linq.Expressions;
using FluentValidation;
using Ledger.Application.Specifications.Drafts;

namespace Ledger.Application.Specifications.Rules;

/// <summary>Samples that a section describes: images or features, labels are bytes, all samples of a list stand in one array.</summary>
internal sealed class SampleRules : Rules
{
    private const int Largest = 65536;

    private readonly Func<ExperimentDraft, ISampleDraft?> _section;

    /// <param name="place">The section's property path.</param>
    /// <param name="section">The section, if it is there.</param>
    public SampleRules(string place, Func<ExperimentDraft, ISampleDraft?> section)
    {
        _section = section;
        When(draft => section(draft) is not null, () =>
        {
            RuleFor(draft => section(draft))
                .Must(static samples => samples is { Features: not null } or { Image: not null })
                .WithMessage("does not say what a sample is: add 'features:' with its bytes, or 'image:' with rows x columns x channels such as 32x32x3")
                .OverridePropertyName(place);
            RuleFor(draft => section(draft)!.Features)
                .Must((draft, features) => features is null || section(draft)!.Image is null)
                .WithMessage((draft, _) => $"says again what 'image: {section(draft)!.Image}' says: remove it")
                .Between(1, Largest)
                .OverridePropertyName($"{place}.Features");
            RuleFor(draft => section(draft)!.Image)
                .Satisfies(static (_, image) => image.Features <= Largest, static (_, image) => $"{image} has {image.Features} features: give at most {Largest}")
                .OverridePropertyName($"{place}.Image");
            RuleFor(draft => section(draft)!.Classes).Between(2, 256).OverridePropertyName($"{place}.Classes");
            RuleForCount(draft => section(draft)!.Train, $"{place}.Train");
            RuleForCount(draft => section(draft)!.Test, $"{place}.Test");
        });
    }

    private void RuleForCount(Expression<Func<ExperimentDraft, int?>> count, string place) => RuleFor(count)
        .AtLeast(1)
        .Satisfies(
            (draft, given) => Bytes(draft) is not { } bytes || given * bytes <= Array.MaxLength,
            (draft, given) => $"{given} samples of {Bytes(draft)} features are more than {Array.MaxLength} bytes: give at most {Array.MaxLength / Bytes(draft)}")
        .OverridePropertyName(place);

    private long? Bytes(ExperimentDraft draft) => _section(draft)!.SampleBytes is >= 1 and <= Largest and var bytes ? bytes : null;
}
