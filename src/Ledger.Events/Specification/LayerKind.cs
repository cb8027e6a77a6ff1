namespace Ledger.Events.Specification;

/// <summary>The layers that a specification can list.</summary>
public enum LayerKind
{
    /// <summary>Fully connected.</summary>
    Linear,

    /// <summary>Square kernels moved over a map.</summary>
    Convolution,

    /// <summary>Batch normalisation of each channel.</summary>
    BatchNorm,

    /// <summary>max(x, 0).</summary>
    Relu,

    /// <summary>The maximum of windows.</summary>
    MaxPool,

    /// <summary>The mean of windows.</summary>
    AveragePool,

    /// <summary>The mean of each channel.</summary>
    GlobalAveragePool,

    /// <summary>A map as features in a row.</summary>
    Flatten,

    /// <summary>Random elements are +0 while training.</summary>
    Dropout,

    /// <summary>Every second position or so, with channels of +0.</summary>
    Subsample,

    /// <summary>The sum of two paths.</summary>
    Residual,
}
