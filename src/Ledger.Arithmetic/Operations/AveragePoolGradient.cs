using Ledger.Arithmetic.Tensors;

namespace Ledger.Arithmetic.Operations;

/// <summary>dx = dy of the window, divided by its number of elements.</summary>
public sealed record AveragePoolGradient(Tensor Dy, Tensor Dx, int Size) : Operation
{
    /// <inheritdoc/>
    public override IEnumerable<Output> Outputs => [new Output(Dx)];

    /// <inheritdoc/>
    public override Operation On(IPlacement placement) => this with { Dy = placement.Of(Dy), Dx = placement.Of(Dx) };

    /// <inheritdoc/>
    internal override void Check() => Equal(Dy.Size * Size * Size, Dx.Size, Dx);
}
