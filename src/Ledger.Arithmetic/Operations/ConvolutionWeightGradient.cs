using Ledger.Arithmetic.Tensors;

namespace Ledger.Arithmetic.Operations;

/// <summary>
/// dw[kr, kc, i, o]: per sample one fma chain over output positions, row then column, of x[b, r·s + kr − p, c·s + kc − p, i] · dy[b, r, c, o], then
/// + (+0); the samples of a block of 32 added ascending from +0, the blocks folded pairwise. Masked entries are left undefined.
/// </summary>
public sealed record ConvolutionWeightGradient(ConvolutionShape Shape, Tensor X, Tensor Dy, BitTensor? Mask, Tensor Dw) : Operation
{
    /// <inheritdoc/>
    public override IEnumerable<Output> Outputs => [new Output(Dw, Mask)];

    /// <inheritdoc/>
    public override Operation On(IPlacement placement) => this with { X = placement.Of(X), Dy = placement.Of(Dy), Mask = placement.Of(Mask), Dw = placement.Of(Dw) };

    /// <inheritdoc/>
    internal override void Check()
    {
        Equal(Dy.Size, Shape.OutputSize, Dy);
        Equal(X.Size, Shape.InputSize, X);
        Equal(Dw.Size, Shape.WeightSize, Dw);
        Equal(Mask?.Length ?? Dw.Size, Dw.Size, Dw);
    }
}
