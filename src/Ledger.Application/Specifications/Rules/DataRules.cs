using FluentValidation;
using Ledger.Application.Specifications.Drafts;
using Ledger.Training.Data;

namespace Ledger.Application.Specifications.Rules;

/// <summary>Which samples: the set is known, its block or folder is there if and only if it needs one, samples remain to train on.</summary>
internal sealed class DataRules : Rules
{
    public DataRules(SpecificationVocabulary vocabulary, DraftFacts facts)
    {
        RuleFor(draft => draft.Data.Set).Known("data set", vocabulary.DataSetNames);
        RuleFor(draft => draft.Data.Validation)
            .AtLeast(0)
            .Satisfies(
                (draft, validation) => facts.Data(draft) is not { } data || validation < data.Train,
                (draft, validation) => $"{validation} leaves none of the {facts.Data(draft)!.Train} training samples to train on: give at most {facts.Data(draft)!.Train - 1}");
        RuleFor(draft => draft.Data.Path)
            .Storable()
            .Must((draft, path) => path is null || !IsSynthetic(draft))
            .WithMessage("has no use, synthetic samples come from no file: remove it")
            .Must((draft, path) => path is not null || WantedPath(draft, facts) is null)
            .WithMessage(draft => $"is missing: the files of {draft.Data.Set} have no usual place; add {WantedPath(draft, facts)}");
        RuleFor(draft => draft.Data.Synthetic)
            .Must((draft, synthetic) => synthetic is not null || !IsSynthetic(draft))
            .WithMessage("is missing: the set 'synthetic' is described by it; add {features: 64, classes: 4, train: 512, test: 256, noise: 96, seed: 7} or the like")
            .Must((draft, synthetic) => synthetic is null || IsSynthetic(draft) || draft.Data.Set is null)
            .WithMessage(draft => $"describes the set 'synthetic', but the set is '{draft.Data.Set}': remove it, or write 'set: synthetic'");
        RuleFor(draft => draft.Data.Files)
            .Must((draft, files) => files is not null || !IsFiles(draft))
            .WithMessage("is missing: what your files hold; add {image: 32x32x3, classes: 10, train: 50000, test: 10000, digest: …} as 'ledger data check files --data PATH' prints it")
            .Must((draft, files) => files is null || IsFiles(draft) || draft.Data.Set is null)
            .WithMessage(draft => $"describes the set 'files', but the set is '{draft.Data.Set}': remove it, or write 'set: files'");
    }

    // Said even while the block that describes the files is missing or spoilt.
    private static string? WantedPath(ExperimentDraft draft, DraftFacts facts) =>
        IsFiles(draft) ? FilesDataSet.WantedPath : facts.Data(draft)?.WantedPath;

    private static bool IsFiles(ExperimentDraft draft) => draft.Data.Set == SpecificationVocabulary.Files;

    private static bool IsSynthetic(ExperimentDraft draft) => draft.Data.Set == SpecificationVocabulary.Synthetic;
}
