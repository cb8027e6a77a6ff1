using Ledger.Arithmetic.Tensors;

namespace Ledger.Arithmetic.Operations;

/// <summary>
/// Batch normalisation while training (Ioffe and Szegedy 2015): per channel over samples and positions, statistics in two stages, within a
/// sample and between samples; then y = fma((x − mean)·inverse, γ, β), and the running statistics move by <paramref name="Momentum"/>.
/// </summary>
/// <param name="X">[sample, row, column, channel] or [sample, channel].</param>
/// <param name="Gamma">γ [channel].</param>
/// <param name="Beta">β [channel].</param>
/// <param name="RunningMean">[channel], updated.</param>
/// <param name="RunningVariance">[channel], updated; takes the unbiased variance.</param>
/// <param name="Saved">[2, channel]: the batch's mean and inverse deviation, for the gradient.</param>
/// <param name="Y">As X.</param>
/// <param name="Momentum">Of the running statistics.</param>
/// <param name="Epsilon">Added to the variance.</param>
/// <param name="Rectify">True if y = y &gt; 0 ? y : +0 follows.</param>
public sealed record BatchNormalize(
    Tensor X,
    Tensor Gamma,
    Tensor Beta,
    Tensor RunningMean,
    Tensor RunningVariance,
    Tensor Saved,
    Tensor Y,
    float Momentum,
    float Epsilon,
    bool Rectify) : Operation
{
    /// <inheritdoc/>
    public override IEnumerable<Output> Outputs => [new Output(Saved), new Output(RunningMean), new Output(RunningVariance), new Output(Y)];

    /// <inheritdoc/>
    public override Operation On(IPlacement placement) => this with
    {
        X = placement.Of(X),
        Gamma = placement.Of(Gamma),
        Beta = placement.Of(Beta),
        RunningMean = placement.Of(RunningMean),
        RunningVariance = placement.Of(RunningVariance),
        Saved = placement.Of(Saved),
        Y = placement.Of(Y),
    };

    /// <inheritdoc/>
    internal override void Check()
    {
        Equal(Y.Size, X.Size, Y);
        Equal(Gamma.Size, X.Shape.Last, Gamma);
        Equal(Beta.Size, X.Shape.Last, Beta);
        Equal(RunningMean.Size, X.Shape.Last, RunningMean);
        Equal(RunningVariance.Size, X.Shape.Last, RunningVariance);
        Equal(Saved.Size, 2 * X.Shape.Last, Saved);
    }
}
