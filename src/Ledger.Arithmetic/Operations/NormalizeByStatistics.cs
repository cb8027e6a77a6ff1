using Ledger.Arithmetic.Tensors;

namespace Ledger.Arithmetic.Operations;

/// <summary>Batch normalisation in evaluation: y = fma((x − running mean)·inverse, γ, β), inverse = 1 / √(running variance + ε).</summary>
public sealed record NormalizeByStatistics(
    Tensor X,
    Tensor Gamma,
    Tensor Beta,
    Tensor RunningMean,
    Tensor RunningVariance,
    Tensor Y,
    float Epsilon,
    bool Rectify) : Operation
{
    /// <inheritdoc/>
    public override IEnumerable<Output> Outputs => [new Output(Y)];

    /// <inheritdoc/>
    public override Operation On(IPlacement placement) => this with
    {
        X = placement.Of(X),
        Gamma = placement.Of(Gamma),
        Beta = placement.Of(Beta),
        RunningMean = placement.Of(RunningMean),
        RunningVariance = placement.Of(RunningVariance),
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
    }
}
