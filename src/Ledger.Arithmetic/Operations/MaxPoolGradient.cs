using Ledger.Arithmetic.Tensors;

namespace Ledger.Arithmetic.Operations;

/// <summary>dx = dy at the first maximum of each window, +0 elsewhere.</summary>
public sealed record MaxPoolGradient(Tensor X, Tensor Dy, Tensor Dx, int Size) : Operation
{
    /// <inheritdoc/>
    public override IEnumerable<Output> Outputs => [new Output(Dx)];

    /// <inheritdoc/>
    public override Operation On(IPlacement placement) => this with { X = placement.Of(X), Dy = placement.Of(Dy), Dx = placement.Of(Dx) };

    /// <inheritdoc/>
    internal override void Check()
    {
        Equal(Dx.Size, X.Size, Dx);
        Equal(Dy.Size * Size * Size, X.Size, Dy);
    }
}
