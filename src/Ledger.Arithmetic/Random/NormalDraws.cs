using Ledger.Arithmetic.Elementary;

namespace Ledger.Arithmetic.Random;

/// <summary>Normal random numbers by Box and Muller (Ann. Math. Statist. 29, 1958) in fixed binary64 operations.</summary>
public static class NormalDraws
{
    private const double WordUnit = 1.0 / 4294967296.0;

    /// <summary>
    /// Fills <paramref name="target"/> with draws of mean 0 and the given deviation, each rounded once to binary32: elements 2m and
    /// 2m + 1 are the cosine and the sine branch of words 2m (radius) and 2m + 1 (angle) of the layer's initialisation stream.
    /// </summary>
    public static void Fill(ulong seed, uint layer, double deviation, Span<float> target)
    {
        var stream = new PhiloxStream(seed, Purpose.Initialization, layer, step: 0);
        for (var i = 0; i < target.Length; i += 4)
        {
            var words = stream.Block((uint)i / 4);
            Pair(words.Word0, words.Word1, deviation, target[i..]);
            if (i + 2 < target.Length)
            {
                Pair(words.Word2, words.Word3, deviation, target[(i + 2)..]);
            }
        }
    }

    private static void Pair(uint radiusWord, uint angleWord, double deviation, Span<float> target)
    {
        // Half a unit keeps the logarithm's argument above zero and below one.
        var radius = Math.Sqrt(-2.0 * Binary64.Log((radiusWord + 0.5) * WordUnit));
        var (sine, cosine) = Binary64.SinCosOfTurn(angleWord);
        target[0] = (float)(radius * cosine * deviation);
        if (target.Length > 1)
        {
            target[1] = (float)(radius * sine * deviation);
        }
    }
}
