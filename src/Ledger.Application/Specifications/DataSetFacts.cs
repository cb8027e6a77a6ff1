using Ledger.Training.Data;

namespace Ledger.Application.Specifications;

/// <summary>What is known of a data set before its files are read.</summary>
/// <param name="Name">Its name in a specification.</param>
/// <param name="Features">Bytes of a sample.</param>
/// <param name="Classes">Number of classes.</param>
/// <param name="Train">Training samples, those kept for validation included.</param>
/// <param name="Test">Test samples.</param>
/// <param name="WantedPath">What <c>data.path</c> must name, because the files have no usual place; null if it may be absent.</param>
/// <param name="Image">What a sample is if it is an image, else null.</param>
public sealed record DataSetFacts(string Name, int Features, int Classes, int Train, int Test, string? WantedPath = null, ImageExtents? Image = null)
{
    /// <summary>What is known of a registered set.</summary>
    public static DataSetFacts Of(IDataSet set) =>
        new(set.Name, set.Features, set.Classes, set.TrainCount, set.TestCount, set.InstalledFolder is null ? set.Wanted : null, set.Image);
}
