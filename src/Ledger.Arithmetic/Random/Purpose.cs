namespace Ledger.Arithmetic.Random;

/// <summary>What random words are drawn for: the last word of the Philox counter, so that streams of one seed never overlap.</summary>
public enum Purpose
{
    /// <summary>No draw: the counter's word of an unset purpose.</summary>
    None = 0,

    /// <summary>Initial weights.</summary>
    Initialization = 1,

    /// <summary>The order of samples within an epoch.</summary>
    Order = 2,

    /// <summary>Synthetic samples and labels.</summary>
    Synthetic = 3,

    /// <summary>Which activations dropout keeps.</summary>
    Dropout = 4,

    /// <summary>Reflections and moves of images.</summary>
    Augmentation = 5,
}
