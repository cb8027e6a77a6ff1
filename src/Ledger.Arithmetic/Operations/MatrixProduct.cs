using Ledger.Arithmetic.Devices;
using Ledger.Arithmetic.Tensors;

namespace Ledger.Arithmetic.Operations;

/// <summary>y[B, O] = x[B, I] · w[I, O]: one fma chain over ascending i per element, then + (+0); masked weights, +0 in memory, are in no chain.</summary>
public sealed record MatrixProduct(Tensor X, Tensor W, BitTensor? Mask, Tensor Y) : Operation
{
    /// <inheritdoc/>
    public override IEnumerable<Output> Outputs => [new Output(Y)];

    /// <inheritdoc/>
    public override Operation On(IPlacement placement) => this with { X = placement.Of(X), W = placement.Of(W), Mask = placement.Of(Mask), Y = placement.Of(Y) };

    internal LinearShape Shape => new(X.Shape.Rows, X.Shape.Columns, Y.Shape.Columns);

    /// <inheritdoc/>
    internal override void Check()
    {
        Equal(Y.Shape.Rows, X.Shape.Rows, Y);
        Equal(W.Shape.Rows, X.Shape.Columns, W);
        Equal(W.Shape.Columns, Y.Shape.Columns, W);
        Equal(Mask?.Length ?? W.Size, W.Size, W);
    }
}
