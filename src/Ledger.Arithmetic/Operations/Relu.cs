using Ledger.Arithmetic.Tensors;

namespace Ledger.Arithmetic.Operations;

/// <summary>y = y &gt; 0 ? y : +0, in place.</summary>
public sealed record Relu(Tensor Y) : Operation
{
    /// <inheritdoc/>
    public override IEnumerable<Output> Outputs => [new Output(Y)];

    /// <inheritdoc/>
    public override Operation On(IPlacement placement) => this with { Y = placement.Of(Y) };

    /// <inheritdoc/>
    internal override void Check()
    {
        // One operand fits itself.
    }
}
