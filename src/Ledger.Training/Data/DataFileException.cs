namespace Ledger.Training.Data;

/// <summary>A data file is missing, cut, altered or of another format; nothing was read from it.</summary>
/// <param name="message">The file, what was found, what was wanted, what to do.</param>
/// <param name="isMissing">True if it is not there at all.</param>
/// <param name="inner">The cause, if any.</param>
public sealed class DataFileException(string message, bool isMissing, Exception? inner = null) : Exception(message, inner)
{
    /// <summary>True if the file is not there at all.</summary>
    public bool IsMissing { get; } = isMissing;
}
