using Ledger.Application.Specifications.Drafts;
using Ledger.Events.Specification;
using Ledger.Training.Data;

namespace Ledger.Application.Specifications;

/// <summary>Sections that describe samples, from draft to record and back.</summary>
internal static class SampleSections
{
    /// <summary>The record of a draft without mistakes.</summary>
    public static SyntheticSpecification Expand(SyntheticDraft draft) => new(
        Features(draft),
        draft.Classes!.Value,
        draft.Train!.Value,
        draft.Test!.Value,
        draft.Noise!.Value,
        draft.Seed!.Value,
        Expand(draft.Image),
        draft.Image is null ? null : draft.Shift ?? 0);

    /// <summary>The record of a draft without mistakes.</summary>
    public static FilesSpecification Expand(FilesDraft draft) =>
        new(Features(draft), draft.Classes!.Value, draft.Train!.Value, draft.Test!.Value, draft.Digest!.Value, Expand(draft.Image));

    /// <summary>The draft that would be written for a record.</summary>
    public static SyntheticDraft Draft(SyntheticSpecification s) =>
        new(s.Image is null ? s.Features : null, s.Classes, s.Train, s.Test, s.Noise, s.Seed, Extents(s.Image), s.Shift);

    /// <summary>The draft that would be written for a record.</summary>
    public static FilesDraft Draft(FilesSpecification s) =>
        new(s.Image is null ? s.Features : null, Extents(s.Image), s.Classes, s.Train, s.Test, s.Digest);

    /// <summary>An image's extents as data sets have them.</summary>
    public static ImageExtents? Extents(ImageSpecification? image) => image is null ? null : new ImageExtents(image.Rows, image.Columns, image.Channels);

    private static ImageSpecification? Expand(ImageExtents? image) => image is { } extents ? new ImageSpecification(extents.Rows, extents.Columns, extents.Channels) : null;

    private static int Features(ISampleDraft draft) => (int)draft.SampleBytes!.Value;
}
