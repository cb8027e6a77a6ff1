using Ledger.Arithmetic.Tensors;

namespace Ledger.Arithmetic.Operations;

/// <summary>
/// dx[b, r, c, i]: one fma chain over (kr, kc, o) ascending of dy[b, r′, c′, o] · w[kr, kc, i, o] with r′·s + kr − p = r and c′·s + kc − p = c,
/// then + (+0); taps without such an output and masked weights are in no chain.
/// </summary>
public sealed record ConvolutionInputGradient(ConvolutionShape Shape, Tensor Dy, Tensor W, BitTensor? Mask, Tensor Dx) : Operation
{
    /// <inheritdoc/>
    public override IEnumerable<Output> Outputs => [new Output(Dx)];

    /// <inheritdoc/>
    public override Operation On(IPlacement placement) => this with { Dy = placement.Of(Dy), W = placement.Of(W), Mask = placement.Of(Mask), Dx = placement.Of(Dx) };

    /// <inheritdoc/>
    internal override void Check()
    {
        Equal(Dy.Size, Shape.OutputSize, Dy);
        Equal(Dx.Size, Shape.InputSize, Dx);
        Equal(W.Size, Shape.WeightSize, W);
        Equal(Mask?.Length ?? W.Size, W.Size, W);
    }
}
