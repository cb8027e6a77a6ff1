using Ledger.Arithmetic.Elementary;
using Ledger.Arithmetic.Operations;
using Ledger.Arithmetic.Tensors;

namespace Ledger.Arithmetic.Reference;

/// <summary>Adam (Kingma and Ba 2015, algorithm 1), its decay in the gradient or decoupled (Loshchilov and Hutter 2019).</summary>
internal static class Adam
{
    /// <summary>The update of an operation; true if every updated parameter and second moment is finite.</summary>
    public static bool Update(AdamStep o) => Update(
        o.Values.Elements()[..o.Gradients.Size], o.Gradients.Elements(), o.First.Elements(), o.Second.Elements(), o.Mask.Bits(), o.Decayed.Bits(), AdamCoefficients.Of(o));

    /// <summary>
    /// The formula of <see cref="AdamStep"/>; masked parameters and moments are +0 by selection. True if every p' and v' is finite.
    /// </summary>
    public static bool Update(
        Span<float> parameters, ReadOnlySpan<float> gradients, Span<float> first, Span<float> second, MaskBits mask, MaskBits decayed, AdamCoefficients coefficients)
    {
        var settings = coefficients.Settings;
        var isFinite = true;
        for (var i = 0; i < parameters.Length; i++)
        {
            if (!mask.Keeps(i))
            {
                parameters[i] = first[i] = second[i] = 0f;
                continue;
            }

            var (gradient, parameter) = (gradients[i], parameters[i]);
            if (settings.IsDecoupled)
            {
                parameter = ExactFma.Of(decayed.Keeps(i) ? coefficients.Shrinkage : 0f, parameter, parameter);
            }
            else
            {
                gradient = ExactFma.Of(decayed.Keeps(i) ? settings.WeightDecay : 0f, parameter, gradient);
            }

            first[i] = ExactFma.Of(settings.Beta1, first[i], settings.OneMinusBeta1 * gradient);
            second[i] = ExactFma.Of(settings.Beta2, second[i], settings.OneMinusBeta2 * gradient * gradient);
            var direction = first[i] / (MathF.Sqrt(second[i]) / coefficients.SecondCorrection + settings.Epsilon);
            parameters[i] = ExactFma.Of(-coefficients.CorrectedRate, direction, parameter);
            isFinite &= float.IsFinite(parameters[i]) & float.IsFinite(second[i]);
        }

        return isFinite;
    }
}
