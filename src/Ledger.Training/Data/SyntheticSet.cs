using Ledger.Arithmetic.Random;

namespace Ledger.Training.Data;

/// <summary>
/// An exact generator of labelled samples: each class has a prototype of random bytes, each sample is its class's prototype with
/// every byte moved by at most <c>noise</c>, clipped to 0–255. Integers only; sample i depends on the seed and i alone.
/// </summary>
/// <param name="Features">Bytes of a sample.</param>
/// <param name="Classes">Number of classes; sample i has class Word(i) mod classes of its set.</param>
/// <param name="Noise">Largest move of a byte, 0–255.</param>
/// <param name="Seed">The generator's seed.</param>
public sealed record SyntheticSet(int Features, int Classes, int Noise, ulong Seed)
{
    private const uint PrototypeLayer = 0;
    private const uint LabelLayer = 1;
    private const uint NoiseLayer = 2;

    /// <summary>The first samples: training samples are 0 … train−1, test samples follow them.</summary>
    public DataSource Draw(int train, int test) => new(Classes, Range(0, train), Range(train, test));

    private SampleSet Range(int first, int count)
    {
        var samples = new byte[count * Features];
        var labels = new byte[count];
        for (var i = 0; i < count; i++)
        {
            var index = (uint)(first + i);
            labels[i] = (byte)(new PhiloxStream(Seed, Purpose.Synthetic, LabelLayer, 0).Word(index) % (uint)Classes);
            Draw(labels[i], index, samples.AsSpan(i * Features, Features));
        }

        return new SampleSet(Features, samples, labels);
    }

    private void Draw(byte label, uint index, Span<byte> sample)
    {
        var prototype = new PhiloxStream(Seed, Purpose.Synthetic, PrototypeLayer, label);
        var noise = new PhiloxStream(Seed, Purpose.Synthetic, NoiseLayer, index);
        for (var f = 0; f < sample.Length; f++)
        {
            var move = (int)(noise.Word((uint)f) % (uint)((2 * Noise) + 1)) - Noise;
            sample[f] = (byte)Math.Clamp((int)(prototype.Word((uint)f) >> 24) + move, 0, 255);
        }
    }
}
