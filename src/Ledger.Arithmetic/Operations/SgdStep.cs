using Ledger.Arithmetic.Devices;
using Ledger.Arithmetic.Tensors;

namespace Ledger.Arithmetic.Operations;

/// <summary>
/// One step of SGD over all parameters (masked ones and their velocity are +0 before it and after), then the fingerprint of all values and the flag into the
/// ring's current slot; the flag is lowered. A step that is not finite has the fingerprint 0, 0.
/// g′ = fma(decay, p, g); v′ = fma(momentum, v, g′); p′ = fma(−rate, v′, p), with Nesterov fma(−rate, fma(momentum, v′, g′), p).
/// </summary>
/// <param name="Values">All parameters in global order, then the running statistics; masked parameters are +0.</param>
/// <param name="Gradients">Of the parameters; masked ones may be anything.</param>
/// <param name="Velocity">Of the parameters.</param>
/// <param name="Mask">One bit per parameter, or null.</param>
/// <param name="Decayed">The parameters that decay, one bit each, or null for all.</param>
/// <param name="Momentum">0 for none.</param>
/// <param name="WeightDecay">0 for none.</param>
/// <param name="Nesterov">True to look ahead (Sutskever et al. 2013).</param>
/// <param name="Step">Whose rate is used.</param>
/// <param name="Ring">Takes fingerprint and flag.</param>
public sealed record SgdStep(
    Tensor Values,
    Tensor Gradients,
    Tensor Velocity,
    BitTensor? Mask,
    BitTensor? Decayed,
    float Momentum,
    float WeightDecay,
    bool Nesterov,
    StepValues Step,
    StepRing Ring) : Operation
{
    /// <inheritdoc/>
    public override IEnumerable<Output> Outputs => [new Output(Values), new Output(Velocity)];

    /// <inheritdoc/>
    public override StepRing? Reports => Ring;

    /// <inheritdoc/>
    public override Operation On(IPlacement placement) => this with
    {
        Values = placement.Of(Values),
        Gradients = placement.Of(Gradients),
        Velocity = placement.Of(Velocity),
        Mask = placement.Of(Mask),
        Decayed = placement.Of(Decayed),
        Ring = placement.Of(Ring),
    };

    /// <inheritdoc/>
    internal override void Check()
    {
        Equal(Velocity.Size, Gradients.Size, Velocity);
        Equal(Math.Min(Values.Size, Gradients.Size), Gradients.Size, Values);
        Equal(Mask?.Length ?? Gradients.Size, Gradients.Size, Gradients);
        Equal(Decayed?.Length ?? Gradients.Size, Gradients.Size, Gradients);
    }
}
