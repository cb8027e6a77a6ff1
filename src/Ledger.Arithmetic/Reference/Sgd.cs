using Ledger.Arithmetic.Elementary;
using Ledger.Arithmetic.Operations;
using Ledger.Arithmetic.Tensors;

namespace Ledger.Arithmetic.Reference;

/// <summary>Stochastic gradient descent with momentum and weight decay, as in PyTorch's <c>torch.optim.SGD</c> without dampening.</summary>
internal static class Sgd
{
    /// <summary>The update of an operation; true if every updated parameter is finite.</summary>
    public static bool Update(SgdStep o) => Update(
        o.Values.Elements()[..o.Gradients.Size], o.Gradients.Elements(), o.Velocity.Elements(), o.Mask.Bits(), o.Decayed.Bits(), SgdCoefficients.Of(o));

    /// <summary>
    /// g' = fma(decay, p, g), decay +0 where nothing decays; v' = fma(momentum, v, g'); p' = fma(−rate, v', p), with Nesterov
    /// fma(−rate, fma(momentum, v', g'), p); masked p' and v' are +0 by selection. True if every p' is finite.
    /// </summary>
    public static bool Update(Span<float> parameters, ReadOnlySpan<float> gradients, Span<float> velocity, MaskBits mask, MaskBits decayed, SgdCoefficients coefficients)
    {
        var isFinite = true;
        for (var i = 0; i < parameters.Length; i++)
        {
            if (!mask.Keeps(i))
            {
                parameters[i] = velocity[i] = 0f;
                continue;
            }

            var gradient = ExactFma.Of(decayed.Keeps(i) ? coefficients.WeightDecay : 0f, parameters[i], gradients[i]);
            velocity[i] = ExactFma.Of(coefficients.Momentum, velocity[i], gradient);
            var direction = coefficients.Nesterov ? ExactFma.Of(coefficients.Momentum, velocity[i], gradient) : velocity[i];
            parameters[i] = ExactFma.Of(-coefficients.Rate, direction, parameters[i]);
            isFinite &= float.IsFinite(parameters[i]);
        }

        return isFinite;
    }
}
