using Ledger.Arithmetic.Tensors;

namespace Ledger.Arithmetic.Operations;

/// <summary>target = source.</summary>
public sealed record Copy(Tensor Source, Tensor Target) : Operation
{
    /// <inheritdoc/>
    public override IEnumerable<Output> Outputs => [new Output(Target)];

    /// <inheritdoc/>
    public override Operation On(IPlacement placement) => this with { Source = placement.Of(Source), Target = placement.Of(Target) };

    /// <inheritdoc/>
    internal override void Check() => Equal(Source.Size, Target.Size, Source);
}
