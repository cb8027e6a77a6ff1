namespace Ledger.Arithmetic.Fast.Maps;

/// <summary>What a batch normalisation holds, one element a channel.</summary>
internal readonly ref struct BatchNormState
{
    /// <summary>The learned scale γ and shift β.</summary>
    public ReadOnlySpan<float> Gamma { get; init; }

    /// <inheritdoc cref="Gamma"/>
    public ReadOnlySpan<float> Beta { get; init; }

    /// <summary>The running statistics, written by training, read by evaluation.</summary>
    public Span<float> RunningMean { get; init; }

    /// <inheritdoc cref="RunningMean"/>
    public Span<float> RunningVariance { get; init; }

    /// <summary>The batch's mean and inverse deviation: written forward, read backward.</summary>
    public Span<float> Mean { get; init; }

    /// <inheritdoc cref="Mean"/>
    public Span<float> Inverse { get; init; }

    /// <summary>The gradients of γ and β.</summary>
    public Span<float> GammaGradient { get; init; }

    /// <inheritdoc cref="GammaGradient"/>
    public Span<float> BetaGradient { get; init; }
}
