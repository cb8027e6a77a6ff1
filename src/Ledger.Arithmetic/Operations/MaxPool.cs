using Ledger.Arithmetic.Tensors;

namespace Ledger.Arithmetic.Operations;

/// <summary>y = the first maximum, in row-major order, of each window of <paramref name="Size"/> × <paramref name="Size"/>; windows do not overlap.</summary>
public sealed record MaxPool(Tensor X, Tensor Y, int Size) : Operation
{
    /// <inheritdoc/>
    public override IEnumerable<Output> Outputs => [new Output(Y)];

    /// <inheritdoc/>
    public override Operation On(IPlacement placement) => this with { X = placement.Of(X), Y = placement.Of(Y) };

    /// <inheritdoc/>
    internal override void Check() => Equal(Y.Size * Size * Size, X.Size, Y);
}
