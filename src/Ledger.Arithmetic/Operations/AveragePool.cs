using Ledger.Arithmetic.Tensors;

namespace Ledger.Arithmetic.Operations;

/// <summary>y = the sum of each window, added in row-major order from +0, divided by its number of elements; a window may be the whole map.</summary>
public sealed record AveragePool(Tensor X, Tensor Y, int Size) : Operation
{
    /// <inheritdoc/>
    public override IEnumerable<Output> Outputs => [new Output(Y)];

    /// <inheritdoc/>
    public override Operation On(IPlacement placement) => this with { X = placement.Of(X), Y = placement.Of(Y) };

    /// <inheritdoc/>
    internal override void Check() => Equal(Y.Size * Size * Size, X.Size, Y);
}
