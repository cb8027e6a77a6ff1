namespace Ledger.Arithmetic.Random;

/// <summary>Uniform random numbers, symmetric about 0, in fixed binary64 operations.</summary>
public static class UniformDraws
{
    private const double WordUnit = 1.0 / 4294967296.0;

    /// <summary>
    /// Fills <paramref name="target"/> with draws between −<paramref name="bound"/> and <paramref name="bound"/>, each rounded once to binary32:
    /// element i is (2u − 1)·bound, u = (w + 0.5)·2⁻³², w word i of the layer's initialisation stream.
    /// </summary>
    public static void Fill(ulong seed, uint layer, double bound, Span<float> target)
    {
        var stream = new PhiloxStream(seed, Purpose.Initialization, layer, step: 0);
        for (var i = 0; i < target.Length; i += 4)
        {
            var words = stream.Block((uint)i / 4);
            for (var j = i; j < Math.Min(i + 4, target.Length); j++)
            {
                // Exact up to the product with the bound.
                var u = (words[(uint)j] + 0.5) * WordUnit;
                target[j] = (float)(((2.0 * u) - 1.0) * bound);
            }
        }
    }
}
