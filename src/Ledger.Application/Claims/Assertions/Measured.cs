namespace Ledger.Application.Claims.Assertions;

/// <summary>What <c>difference</c> compares.</summary>
internal enum Measured
{
    /// <summary>The share of samples classified as labelled.</summary>
    Accuracy,

    /// <summary>The mean loss.</summary>
    Loss,

    /// <summary>The share of weights kept.</summary>
    Density,
}
