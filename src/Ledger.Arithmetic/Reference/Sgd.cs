using Ledger.Arithmetic.Devices;
using Ledger.Arithmetic.Elementary;
using Ledger.Arithmetic.Tensors;

namespace Ledger.Arithmetic.Reference;

/// <summary>Stochastic gradient descent with momentum and weight decay, as in PyTorch's <c>torch.optim.SGD</c> without dampening.</summary>
internal static class Sgd
{
    /// <summary>
    /// g' = fma(decay, p, g); v' = fma(momentum, v, g'); p' = fma(−rate, v', p); masked p' and v' are +0 by selection.
    /// True if every p' is finite.
    /// </summary>
    public static bool Update(Span<float> parameters, ReadOnlySpan<float> gradients, Span<float> velocity, MaskBits mask, SgdCoefficients coefficients)
    {
        var isFinite = true;
        for (var i = 0; i < parameters.Length; i++)
        {
            if (!mask.Keeps(i))
            {
                parameters[i] = velocity[i] = 0f;
                continue;
            }

            var gradient = ExactFma.Of(coefficients.WeightDecay, parameters[i], gradients[i]);
            velocity[i] = ExactFma.Of(coefficients.Momentum, velocity[i], gradient);
            parameters[i] = ExactFma.Of(-coefficients.Rate, velocity[i], parameters[i]);
            isFinite &= float.IsFinite(parameters[i]);
        }

        return isFinite;
    }
}
