using Ledger.Training.Data;

namespace Ledger.Application.Specifications.Drafts;

/// <summary>A section that says what samples are and how many: they are images or plain features.</summary>
internal interface ISampleDraft : ISection
{
    /// <summary>Bytes of a sample that is no image.</summary>
    int? Features { get; }

    /// <summary>What a sample is if it is an image.</summary>
    ImageExtents? Image { get; }

    /// <summary>Number of classes.</summary>
    int? Classes { get; }

    /// <summary>Training samples.</summary>
    int? Train { get; }

    /// <summary>Test samples.</summary>
    int? Test { get; }

    /// <summary>Bytes of a sample, whichever way they are written; null if in neither.</summary>
    long? SampleBytes => Image?.Features ?? Features;
}
