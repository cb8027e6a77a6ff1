namespace Ledger.Training.Networks;

/// <summary>What a tensor of a network is to it.</summary>
public enum TensorRole
{
    /// <summary>Kernels or weights: prunable.</summary>
    Weight,

    /// <summary>Added to outputs.</summary>
    Bias,

    /// <summary>γ of a batch normalisation.</summary>
    Scale,

    /// <summary>β of a batch normalisation.</summary>
    Shift,

    /// <summary>Running mean: a statistic, not trained.</summary>
    Mean,

    /// <summary>Running variance: a statistic, not trained.</summary>
    Variance,
}
