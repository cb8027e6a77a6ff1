using Ledger.Arithmetic.Tensors;

namespace Ledger.Arithmetic.Operations;

/// <summary>dy = y &gt; 0 ? dy : +0, in place, y being the output of <see cref="Relu"/>; flags results that are not finite.</summary>
public sealed record ReluGradient(Tensor Y, Tensor Dy) : Operation
{
    /// <inheritdoc/>
    public override IEnumerable<Output> Outputs => [new Output(Dy)];

    /// <inheritdoc/>
    public override Operation On(IPlacement placement) => this with { Y = placement.Of(Y), Dy = placement.Of(Dy) };

    /// <inheritdoc/>
    internal override void Check() => Equal(Dy.Size, Y.Size, Dy);
}
