using Ledger.Arithmetic.Devices;
using Ledger.Arithmetic.Tensors;

namespace Ledger.Arithmetic.Operations;

/// <summary>
/// One step of Adam (Kingma and Ba 2015, algorithm 1) over all parameters, reported as <see cref="SgdStep"/> does; a second moment that is not
/// finite raises the flag too. Every operation is rounded once; a decay is +0 where nothing decays.
/// Decay in the gradient: g′ = fma(decay, p, g), p″ = p. Decoupled (Loshchilov and Hutter 2019): g′ = g, p″ = fma(−(rate·decay), p, p).
/// m′ = fma(β₁, m, (1 − β₁)·g′); v′ = fma(β₂, v, ((1 − β₂)·g′)·g′); p′ = fma(−corrected rate, m′ / (√v′ / second correction + ε), p″).
/// </summary>
/// <param name="Values">All parameters in global order, then the running statistics; masked parameters are +0.</param>
/// <param name="Gradients">Of the parameters; masked ones may be anything.</param>
/// <param name="First">First moment of each parameter.</param>
/// <param name="Second">Second moment of each parameter.</param>
/// <param name="Mask">One bit per parameter, or null.</param>
/// <param name="Decayed">The parameters that decay, one bit each, or null for all.</param>
/// <param name="Settings">The coefficients.</param>
/// <param name="Step">Whose rates and corrections are used.</param>
/// <param name="Ring">Takes fingerprint and flag.</param>
public sealed record AdamStep(
    Tensor Values,
    Tensor Gradients,
    Tensor First,
    Tensor Second,
    BitTensor? Mask,
    BitTensor? Decayed,
    AdamSettings Settings,
    StepValues Step,
    StepRing Ring) : Operation
{
    /// <inheritdoc/>
    public override IEnumerable<Output> Outputs => [new Output(Values), new Output(First), new Output(Second)];

    /// <inheritdoc/>
    public override StepRing? Reports => Ring;

    /// <inheritdoc/>
    public override Operation On(IPlacement placement) => this with
    {
        Values = placement.Of(Values),
        Gradients = placement.Of(Gradients),
        First = placement.Of(First),
        Second = placement.Of(Second),
        Mask = placement.Of(Mask),
        Decayed = placement.Of(Decayed),
        Ring = placement.Of(Ring),
    };

    /// <inheritdoc/>
    internal override void Check()
    {
        Equal(First.Size, Gradients.Size, First);
        Equal(Second.Size, Gradients.Size, Second);
        Equal(Math.Min(Values.Size, Gradients.Size), Gradients.Size, Values);
        Equal(Mask?.Length ?? Gradients.Size, Gradients.Size, Gradients);
        Equal(Decayed?.Length ?? Gradients.Size, Gradients.Size, Gradients);
    }
}
