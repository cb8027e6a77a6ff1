namespace Ledger.Application.Claims.Statistics;

/// <summary>What is said of the figures of several replicates.</summary>
public enum Sampling
{
    /// <summary>Their median; of an even number the mean of the two in the middle.</summary>
    Median,

    /// <summary>The least.</summary>
    Min,

    /// <summary>The greatest.</summary>
    Max,

    /// <summary>Every one.</summary>
    All,

    /// <summary>Their mean, and with a confidence the whole of its interval.</summary>
    Mean,

    /// <summary>The sign test on their differences.</summary>
    SignTest,
}
