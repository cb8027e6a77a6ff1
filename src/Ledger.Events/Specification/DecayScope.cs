namespace Ledger.Events.Specification;

/// <summary>Which parameters decay.</summary>
public enum DecayScope
{
    /// <summary>All of them.</summary>
    All,

    /// <summary>Weights and kernels, no biases and normalisations.</summary>
    Weights,
}
