using Ledger.Arithmetic.Random;

namespace Ledger.Training.Data;

/// <summary>
/// An exact generator of labelled samples: each class has a prototype of bytes, each sample is its class's prototype with every byte moved by
/// at most <c>noise</c>, clipped to 0–255. Integers only; sample i depends on the seed and i alone.
/// </summary>
/// <param name="Classes">Number of classes; sample i has class Word(i) mod classes of its set.</param>
/// <param name="Noise">Largest move of a byte, 0–255.</param>
/// <param name="Seed">The generator's seed.</param>
public abstract record SyntheticGenerator(int Classes, int Noise, ulong Seed)
{
    private const uint LabelLayer = 1;
    private const uint NoiseLayer = 2;

    /// <summary>Bytes of a sample.</summary>
    public abstract int Features { get; }

    /// <summary>What a sample is if it is an image, else null.</summary>
    public virtual ImageExtents? Image => null;

    /// <summary>The first samples: training samples are 0 … train−1, test samples follow them.</summary>
    public DataSource Draw(int train, int test)
    {
        byte[][] prototypes = [.. Enumerable.Range(0, Classes).Select(label => Prototype((uint)label))];
        return new DataSource(Classes, Range(prototypes, 0, train), Range(prototypes, train, test), Image);
    }

    /// <summary>The prototype of a class, at least a sample large.</summary>
    protected abstract byte[] Prototype(uint label);

    /// <summary>A sample without noise.</summary>
    /// <param name="prototype">Of its class.</param>
    /// <param name="index">Its number.</param>
    /// <param name="sample">Where it goes.</param>
    protected abstract void Place(ReadOnlySpan<byte> prototype, uint index, Span<byte> sample);

    private SampleSet Range(byte[][] prototypes, int first, int count)
    {
        var samples = new byte[count * Features];
        var labels = new byte[count];
        for (var i = 0; i < count; i++)
        {
            var index = (uint)(first + i);
            var sample = samples.AsSpan(i * Features, Features);
            labels[i] = (byte)(new PhiloxStream(Seed, Purpose.Synthetic, LabelLayer, 0).Word(index) % (uint)Classes);
            Place(prototypes[labels[i]], index, sample);
            AddNoise(index, sample);
        }

        return new SampleSet(Features, samples, labels);
    }

    private void AddNoise(uint index, Span<byte> sample)
    {
        var noise = new PhiloxStream(Seed, Purpose.Synthetic, NoiseLayer, index);
        for (var f = 0; f < sample.Length; f++)
        {
            var move = (int)(noise.Word((uint)f) % (uint)((2 * Noise) + 1)) - Noise;
            sample[f] = (byte)Math.Clamp(sample[f] + move, 0, 255);
        }
    }
}
