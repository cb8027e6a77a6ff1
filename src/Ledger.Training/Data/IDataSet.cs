namespace Ledger.Training.Data;

/// <summary>A data set that a specification can name.</summary>
public interface IDataSet
{
    /// <summary>Its name.</summary>
    string Name { get; }

    /// <summary>Bytes of a sample.</summary>
    int Features { get; }

    /// <summary>What a sample is if it is an image, else null.</summary>
    ImageExtents? Image { get; }

    /// <summary>Number of classes.</summary>
    int Classes { get; }

    /// <summary>Training samples, those kept for validation included.</summary>
    int TrainCount { get; }

    /// <summary>Test samples.</summary>
    int TestCount { get; }

    /// <summary>The folder where it lies when its Debian package is installed, or null if the user must name one.</summary>
    string? InstalledFolder { get; }

    /// <summary>What the user must name when it is not installed, for example "the folder that holds its IDX files"; null if it has no files.</summary>
    string? Wanted { get; }

    /// <summary>The Debian package that brings it, or null.</summary>
    string? DebianPackage { get; }

    /// <summary>The digest of the decoded samples in hexadecimal, where it is known; finds altered files.</summary>
    string? KnownDigest { get; }

    /// <summary>Reads and decodes it.</summary>
    /// <param name="folder">Where its files are, or its one file; ignored by generated sets.</param>
    /// <exception cref="DataFileException">A file is missing, cut or altered.</exception>
    DataSource Read(string? folder);
}
