using Ledger.Arithmetic.Devices;
using Ledger.Arithmetic.Tensors;

namespace Ledger.Arithmetic.Operations;

/// <summary>
/// dw[I, O] = xᵀ · dy: per block of 32 samples one fma chain over ascending samples, then + (+0); the blocks folded pairwise.
/// Masked entries are left undefined; updates never read them.
/// </summary>
public sealed record WeightGradient(Tensor X, Tensor Dy, BitTensor? Mask, Tensor Dw) : Operation
{
    /// <inheritdoc/>
    public override IEnumerable<Output> Outputs => [new Output(Dw, Mask)];

    /// <inheritdoc/>
    public override Operation On(IPlacement placement) => this with { X = placement.Of(X), Dy = placement.Of(Dy), Mask = placement.Of(Mask), Dw = placement.Of(Dw) };

    internal LinearShape Shape => new(X.Shape.Rows, X.Shape.Columns, Dy.Shape.Columns);

    /// <inheritdoc/>
    internal override void Check()
    {
        Equal(Dy.Shape.Rows, X.Shape.Rows, Dy);
        Equal(Dw.Shape.Rows, X.Shape.Columns, Dw);
        Equal(Dw.Shape.Columns, Dy.Shape.Columns, Dw);
        Equal(Mask?.Length ?? Dw.Size, Dw.Size, Dw);
    }
}
