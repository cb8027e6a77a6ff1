using Ledger.Arithmetic.Tensors;

namespace Ledger.Arithmetic.Operations;

/// <summary>
/// Scales all gradients where ‖g‖ exceeds the norm (Pascanu et al. 2013): ‖g‖ = √Σ g² over kept entries in 64 lanes (lane = index mod 64, fma
/// chains fma(g, g, lane) from +0, then lane + lane of 32 more, 16, … 1 more), scale = norm / ‖g‖, g = g·scale, each rounded once. Flags a ‖g‖
/// that is not finite.
/// </summary>
/// <param name="Gradients">Of all parameters, in place.</param>
/// <param name="Mask">Masked entries take no part and stay undefined; null for none.</param>
/// <param name="Norm">The greatest norm.</param>
public sealed record ClipGradients(
    Tensor Gradients,
    BitTensor? Mask,
    float Norm) : Operation
{
    /// <inheritdoc/>
    public override IEnumerable<Output> Outputs => [new Output(Gradients, Mask)];

    /// <inheritdoc/>
    public override Operation On(IPlacement placement) => this with
    {
        Gradients = placement.Of(Gradients),
        Mask = placement.Of(Mask),
    };

    /// <inheritdoc/>
    internal override void Check()
    {
        Equal(Mask?.Length ?? Gradients.Size, Gradients.Size, Gradients);
    }
}
