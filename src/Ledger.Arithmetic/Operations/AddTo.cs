using Ledger.Arithmetic.Tensors;

namespace Ledger.Arithmetic.Operations;

/// <summary>
/// target = target + source, element by element: where two paths meet, the main path is the target; flags sums that are not finite. Then, if
/// asked, ReLU.
/// </summary>
public sealed record AddTo(Tensor Source, Tensor Target, bool Rectify = false) : Operation
{
    /// <inheritdoc/>
    public override IEnumerable<Output> Outputs => [new Output(Target)];

    /// <inheritdoc/>
    public override Operation On(IPlacement placement) => this with { Source = placement.Of(Source), Target = placement.Of(Target) };

    /// <inheritdoc/>
    internal override void Check() => Equal(Source.Size, Target.Size, Source);
}
