using Ledger.Arithmetic.Tensors;

namespace Ledger.Arithmetic.Operations;

/// <summary>batch[b] = labels[indices[b]].</summary>
public sealed record GatherLabels(ByteTensor Labels, IndexTensor Indices, ByteTensor Batch) : Operation
{
    /// <inheritdoc/>
    public override IEnumerable<Output> Outputs => [];

    /// <inheritdoc/>
    public override Operation On(IPlacement placement) => this with { Labels = placement.Of(Labels), Indices = placement.Of(Indices), Batch = placement.Of(Batch) };

    /// <inheritdoc/>
    internal override void Check()
    {
        // One operand fits itself.
    }
}
