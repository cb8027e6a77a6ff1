using Ledger.Arithmetic.Tensors;

namespace Ledger.Arithmetic.Operations;

/// <summary>
/// The gradients of <see cref="BatchNormalize"/>: h = (x − mean)·inverse; dβ = Σ dy, dγ = Σ fma(dy, h, ·) per sample and then in blocks;
/// dx = γ·inverse · fma(−h, dγ/N, dy − dβ/N). Flags a dx that is not finite.
/// </summary>
/// <param name="X">What was normalised.</param>
/// <param name="Gamma">γ.</param>
/// <param name="Beta">β.</param>
/// <param name="Saved">[2, channel]: mean and inverse deviation.</param>
/// <param name="Dy">Gradient of the output.</param>
/// <param name="Dx">Gradient of X; may be Dy itself.</param>
/// <param name="Dgamma">Gradient of γ.</param>
/// <param name="Dbeta">Gradient of β.</param>
/// <param name="Rectify">True if a ReLU followed: dy counts where fma(h, γ, β) &gt; 0, else as +0.</param>
public sealed record BatchNormalizeGradient(
    Tensor X,
    Tensor Gamma,
    Tensor Beta,
    Tensor Saved,
    Tensor Dy,
    Tensor Dx,
    Tensor Dgamma,
    Tensor Dbeta,
    bool Rectify) : Operation
{
    /// <inheritdoc/>
    public override IEnumerable<Output> Outputs => [new Output(Dgamma), new Output(Dbeta), new Output(Dx)];

    /// <inheritdoc/>
    public override Operation On(IPlacement placement) => this with
    {
        X = placement.Of(X),
        Gamma = placement.Of(Gamma),
        Beta = placement.Of(Beta),
        Saved = placement.Of(Saved),
        Dy = placement.Of(Dy),
        Dx = placement.Of(Dx),
        Dgamma = placement.Of(Dgamma),
        Dbeta = placement.Of(Dbeta),
    };

    /// <inheritdoc/>
    internal override void Check()
    {
        Equal(Dx.Size, X.Size, Dx);
        Equal(Dy.Size, X.Size, Dy);
        Equal(Beta.Size, X.Shape.Last, Beta);
        Equal(Gamma.Size, X.Shape.Last, Gamma);
        Equal(Dgamma.Size, X.Shape.Last, Dgamma);
        Equal(Dbeta.Size, X.Shape.Last, Dbeta);
        Equal(Saved.Size, 2 * X.Shape.Last, Saved);
    }
}
