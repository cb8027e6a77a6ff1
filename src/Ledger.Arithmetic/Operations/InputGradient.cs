using Ledger.Arithmetic.Devices;
using Ledger.Arithmetic.Tensors;

namespace Ledger.Arithmetic.Operations;

/// <summary>dx[B, I] = dy[B, O] · wᵀ: one fma chain over ascending o per element, then + (+0); masked weights are in no chain.</summary>
public sealed record InputGradient(Tensor Dy, Tensor W, BitTensor? Mask, Tensor Dx) : Operation
{
    /// <inheritdoc/>
    public override IEnumerable<Output> Outputs => [new Output(Dx)];

    /// <inheritdoc/>
    public override Operation On(IPlacement placement) => this with { Dy = placement.Of(Dy), W = placement.Of(W), Mask = placement.Of(Mask), Dx = placement.Of(Dx) };

    internal LinearShape Shape => new(Dx.Shape.Rows, Dx.Shape.Columns, Dy.Shape.Columns);

    /// <inheritdoc/>
    internal override void Check()
    {
        Equal(Dy.Shape.Rows, Dx.Shape.Rows, Dy);
        Equal(W.Shape.Rows, Dx.Shape.Columns, W);
        Equal(W.Shape.Columns, Dy.Shape.Columns, W);
        Equal(Mask?.Length ?? W.Size, W.Size, W);
    }
}
