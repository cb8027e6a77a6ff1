using Ledger.Arithmetic.Tensors;

namespace Ledger.Arithmetic.Operations;

/// <summary>
/// y[b, r, c, o] = Σ x[b, r·s + kr − p, c·s + kc − p, i] · w[kr, kc, i, o]: one fma chain over (kr, kc, i) ascending per element, then + (+0);
/// taps in the padding and masked weights are in no chain.
/// </summary>
public sealed record Convolve(ConvolutionShape Shape, Tensor X, Tensor W, BitTensor? Mask, Tensor Y) : Operation
{
    /// <inheritdoc/>
    public override IEnumerable<Output> Outputs => [new Output(Y)];

    /// <inheritdoc/>
    public override Operation On(IPlacement placement) => this with { X = placement.Of(X), W = placement.Of(W), Mask = placement.Of(Mask), Y = placement.Of(Y) };

    /// <inheritdoc/>
    internal override void Check()
    {
        Equal(Y.Size, Shape.OutputSize, Y);
        Equal(X.Size, Shape.InputSize, X);
        Equal(W.Size, Shape.WeightSize, W);
        Equal(Mask?.Length ?? W.Size, W.Size, W);
    }
}
