using Ledger.Arithmetic.Tensors;

namespace Ledger.Arithmetic.Operations;

/// <summary>
/// The gradients of <see cref="BatchNormalize"/>: h = (x − mean)·inverse; dβ = Σ dy, dγ = Σ fma(dy, h, ·) per sample and then in blocks;
/// dx = γ·inverse · fma(−h, dγ/N, dy − dβ/N). Flags a dx that is not finite.
/// </summary>
/// <param name="X">What was normalised.</param>
/// <param name="Gamma">γ.</param>
/// <param name="Saved">[2, channel]: mean and inverse deviation.</param>
/// <param name="Gate">The rectified output if a ReLU was fused: dy counts where it is &gt; 0, else +0; or null.</param>
/// <param name="Dy">Gradient of the output.</param>
/// <param name="Dx">Gradient of X; may be Dy itself.</param>
/// <param name="Dgamma">Gradient of γ.</param>
/// <param name="Dbeta">Gradient of β.</param>
public sealed record BatchNormalizeGradient(
    Tensor X,
    Tensor Gamma,
    Tensor Saved,
    Tensor? Gate,
    Tensor Dy,
    Tensor Dx,
    Tensor Dgamma,
    Tensor Dbeta) : Operation
{
    /// <inheritdoc/>
    public override IEnumerable<Output> Outputs => [new Output(Dgamma), new Output(Dbeta), new Output(Dx)];

    /// <inheritdoc/>
    public override Operation On(IPlacement placement) => this with
    {
        X = placement.Of(X),
        Gamma = placement.Of(Gamma),
        Saved = placement.Of(Saved),
        Gate = Gate is null ? null : placement.Of(Gate),
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
        Equal(Gate?.Size ?? X.Size, X.Size, X);
        Equal(Gamma.Size, X.Shape.Last, Gamma);
        Equal(Dgamma.Size, X.Shape.Last, Dgamma);
        Equal(Dbeta.Size, X.Shape.Last, Dbeta);
        Equal(Saved.Size, 2 * X.Shape.Last, Saved);
    }
}
