using Ledger.Arithmetic.Tensors;

namespace Ledger.Arithmetic.Operations;

/// <summary>y[…, o] = y[…, o] + bias[o] over the last dimension, in place; flags results that are not finite.</summary>
public sealed record AddBias(Tensor Y, Tensor Bias) : Operation
{
    /// <inheritdoc/>
    public override IEnumerable<Output> Outputs => [new Output(Y)];

    /// <inheritdoc/>
    public override Operation On(IPlacement placement) => this with { Y = placement.Of(Y), Bias = placement.Of(Bias) };

    /// <inheritdoc/>
    internal override void Check() => Equal(Bias.Size, Y.Shape.Last, Bias);
}
