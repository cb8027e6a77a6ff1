using Ledger.Arithmetic.Devices;
using Ledger.Arithmetic.Tensors;

namespace Ledger.Arithmetic.Operations;

/// <summary>
/// Softmax cross-entropy of logits[B, C]: its gradient by the logits (of the mean over the batch), and the mean loss and the correct count
/// into the ring's current slot; flags a loss that is not finite. Every operation is rounded once.
/// </summary>
/// <remarks>
/// d = z − (first maximum of z), s = Σ exp(d) over ascending classes from +0, p = exp(d) / s, ℓ = log(s) − d. Without smoothing the loss is
/// ℓ[label], the gradient (p − 1) / B at the label, p / B elsewhere. With smoothing ε: off = ε / C, on = (1 − ε) + off, a = Σ ℓ over ascending
/// classes from +0; the loss is fma(ε, a / C, (1 − ε)·ℓ[label]), the gradient (p − on) / B at the label, (p − off) / B elsewhere.
/// </remarks>
/// <param name="Logits">[sample, class].</param>
/// <param name="Labels">[sample].</param>
/// <param name="Gradient">[sample, class].</param>
/// <param name="Smoothing">Share of the target that all classes divide equally (Szegedy et al. 2016); 0 for none.</param>
/// <param name="Ring">Takes loss and count.</param>
public sealed record SoftmaxCrossEntropy(
    Tensor Logits,
    ByteTensor Labels,
    Tensor Gradient,
    float Smoothing,
    StepRing Ring) : Operation
{
    /// <inheritdoc/>
    public override IEnumerable<Output> Outputs => [new Output(Gradient)];

    /// <inheritdoc/>
    public override StepRing? Reports => Ring;

    /// <inheritdoc/>
    public override Operation On(IPlacement placement) => this with
    {
        Logits = placement.Of(Logits),
        Labels = placement.Of(Labels),
        Gradient = placement.Of(Gradient),
        Ring = placement.Of(Ring),
    };

    /// <inheritdoc/>
    internal override void Check()
    {
        Equal(Labels.Shape.Size, Logits.Shape.Rows, Logits);
        Equal(Gradient.Size, Logits.Size, Gradient);
    }
}
