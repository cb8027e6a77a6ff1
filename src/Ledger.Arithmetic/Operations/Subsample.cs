using Ledger.Arithmetic.Tensors;

namespace Ledger.Arithmetic.Operations;

/// <summary>
/// y[b, r, c, o] = x[b, r·s, c·s, o − before] where that channel exists, +0 elsewhere; before = (outputs − inputs) / 2: the parameter-free
/// shortcut (He et al. 2016, option A).
/// </summary>
public sealed record Subsample(Tensor X, Tensor Y, int Stride) : Operation
{
    /// <inheritdoc/>
    public override IEnumerable<Output> Outputs => [new Output(Y)];

    /// <inheritdoc/>
    public override Operation On(IPlacement placement) => this with { X = placement.Of(X), Y = placement.Of(Y) };

    /// <inheritdoc/>
    internal override void Check()
    {
        Equal(Y.Shape.Rows, X.Shape.Rows, Y);
        Equal(Y.Shape[1], (X.Shape[1] + Stride - 1) / Stride, Y);
        Equal(Y.Shape[2], (X.Shape[2] + Stride - 1) / Stride, Y);
    }
}
