using Ledger.Arithmetic.Devices;
using Ledger.Arithmetic.Tensors;

namespace Ledger.Arithmetic.Operations;

/// <summary>
/// α·T²·KL(softmax(teacher / T) ‖ softmax(logits / T)) + (1 − α)·cross-entropy, mean over the batch (Hinton et al. 2015; Ma et al. 2021,
/// equation 1): gradient, mean loss and correct count as <see cref="SoftmaxCrossEntropy"/>.
/// </summary>
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
