using Ledger.Arithmetic.Tensors;

namespace Ledger.Arithmetic.Operations;

/// <summary>The loss of each sample, and 1 where its first largest logit is the label's, else +0. Lowers the flag, so that an evaluation never fails a step.</summary>
public sealed record SampleLosses(
    Tensor Logits,
    ByteTensor Labels,
    Tensor Losses,
    Tensor Correct) : Operation
{
    /// <inheritdoc/>
    public override IEnumerable<Output> Outputs => [new Output(Losses), new Output(Correct)];

    /// <inheritdoc/>
    public override Operation On(IPlacement placement) => this with
    {
        Logits = placement.Of(Logits),
        Labels = placement.Of(Labels),
        Losses = placement.Of(Losses),
        Correct = placement.Of(Correct),
    };

    /// <inheritdoc/>
    internal override void Check()
    {
        Equal(Labels.Shape.Size, Logits.Shape.Rows, Logits);
        Equal(Losses.Size, Logits.Shape.Rows, Losses);
        Equal(Correct.Size, Logits.Shape.Rows, Correct);
    }
}
