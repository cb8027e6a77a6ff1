using Ledger.Arithmetic.Tensors;

namespace Ledger.Arithmetic.Operations;

/// <summary>
/// dbias[o] = Σ dy[b, …, o]: per sample plain additions over its positions from +0; the samples of a block of 32 added ascending from +0;
/// the blocks folded pairwise.
/// </summary>
public sealed record BiasGradient(Tensor Dy, Tensor Dbias) : Operation
{
    /// <inheritdoc/>
    public override IEnumerable<Output> Outputs => [new Output(Dbias)];

    /// <inheritdoc/>
    public override Operation On(IPlacement placement) => this with { Dy = placement.Of(Dy), Dbias = placement.Of(Dbias) };

    /// <inheritdoc/>
    internal override void Check() => Equal(Dbias.Size, Dy.Shape.Last, Dbias);
}
