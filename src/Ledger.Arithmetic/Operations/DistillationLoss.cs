using Ledger.Arithmetic.Devices;
using Ledger.Arithmetic.Tensors;

namespace Ledger.Arithmetic.Operations;

/// <summary>
/// α·T²·KL(softmax(teacher / T) ‖ softmax(logits / T)) + (1 − α)·cross-entropy, mean over the batch (Hinton et al. 2015; Ma et al. 2021,
/// equation 1): gradient, mean loss and correct count as <see cref="SoftmaxCrossEntropy"/>. Every operation is rounded once.
/// </summary>
/// <remarks>
/// At a temperature: u = z / T, d = u − (first maximum of u), s = Σ exp(d) over ascending classes from +0, p = exp(d) / s, log p = d − log(s).
/// With p and log p of the logits and q and log q of the teacher at T, p¹ and log p¹ of the logits at 1:
/// KL = chain fma(q, log q − log p, ·) over ascending classes from +0; loss = fma((α·T)·T, KL, (1 − α)·(0 − log p¹[label])); gradient =
/// fma(α·T, p − q, (1 − α)·r) / B, r = p¹ − 1 at the label, p¹ elsewhere. Per element, both factors of the divergence are divided by C.
/// </remarks>
/// <param name="Logits">The student's [sample, class].</param>
/// <param name="Teacher">The teacher's [sample, class].</param>
/// <param name="Labels">[sample].</param>
/// <param name="Gradient">By the student's logits.</param>
/// <param name="Temperature">T.</param>
/// <param name="Alpha">Weight of the divergence, 0 to 1.</param>
/// <param name="PerElement">True to divide the divergence by the number of classes too, as the published CIFAR code does.</param>
/// <param name="Ring">Takes loss and count.</param>
public sealed record DistillationLoss(
    Tensor Logits,
    Tensor Teacher,
    ByteTensor Labels,
    Tensor Gradient,
    float Temperature,
    float Alpha,
    bool PerElement,
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
        Teacher = placement.Of(Teacher),
        Labels = placement.Of(Labels),
        Gradient = placement.Of(Gradient),
        Ring = placement.Of(Ring),
    };

    /// <inheritdoc/>
    internal override void Check()
    {
        Equal(Labels.Shape.Size, Logits.Shape.Rows, Logits);
        Equal(Teacher.Size, Logits.Size, Teacher);
        Equal(Gradient.Size, Logits.Size, Gradient);
    }
}
