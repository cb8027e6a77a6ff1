using Ledger.Arithmetic.Elementary;
using Ledger.Arithmetic.Tensors;

namespace Ledger.Arithmetic.Reference;

/// <summary>Gradients shortened to a greatest norm (Pascanu, Mikolov, Bengio, ICML 2013).</summary>
internal static class Clipping
{
    /// <summary>Lanes of a sum over a whole tensor: lane = index mod 64.</summary>
    public const int Lanes = 64;

    /// <summary>g = g·(greatest / ‖g‖) where ‖g‖ exceeds it; true if ‖g‖ is finite.</summary>
    public static bool Run(Span<float> gradients, MaskBits mask, float greatest)
    {
        var norm = Norm(gradients, mask);
        if (norm > greatest)
        {
            var scale = greatest / norm;
            for (var i = 0; i < gradients.Length; i++)
            {
                gradients[i] *= scale;
            }
        }

        return float.IsFinite(norm);
    }

    /// <summary>√ of the lanes' fma chains of g² over kept entries, ascending from +0, folded 32, 16, …, 1.</summary>
    public static float Norm(ReadOnlySpan<float> gradients, MaskBits mask)
    {
        Span<float> lanes = stackalloc float[Lanes];
        lanes.Clear();
        Add(gradients, mask, lanes);
        return MathF.Sqrt(Fold(lanes));
    }

    /// <summary>Goes on with the lanes' chains; element 0 belongs to lane 0.</summary>
    public static void Add(ReadOnlySpan<float> gradients, MaskBits mask, Span<float> lanes)
    {
        for (var i = 0; i < gradients.Length; i++)
        {
            if (mask.Keeps(i))
            {
                lanes[i % Lanes] = ExactFma.Of(gradients[i], gradients[i], lanes[i % Lanes]);
            }
        }
    }

    /// <summary>lane l + lane l + 32, then 16, …, 1.</summary>
    public static float Fold(Span<float> lanes)
    {
        for (var half = Lanes / 2; half > 0; half /= 2)
        {
            for (var lane = 0; lane < half; lane++)
            {
                lanes[lane] += lanes[lane + half];
            }
        }

        return lanes[0];
    }
}
