using Ledger.Arithmetic.Random;

namespace Ledger.Training.Data;

/// <summary>Synthetic feature vectors: a prototype is random bytes, each independent of its neighbours.</summary>
/// <param name="Features">Bytes of a sample.</param>
/// <param name="Classes">Number of classes.</param>
/// <param name="Noise">Largest move of a byte, 0–255.</param>
/// <param name="Seed">The generator's seed.</param>
public sealed record SyntheticSet(int Features, int Classes, int Noise, ulong Seed) : SyntheticGenerator(Classes, Noise, Seed)
{
    private const uint PrototypeLayer = 0;

    /// <inheritdoc/>
    public override int Features { get; } = Features;

    /// <inheritdoc/>
    protected override byte[] Prototype(uint label)
    {
        var words = new PhiloxStream(Seed, Purpose.Synthetic, PrototypeLayer, label);
        var bytes = new byte[Features];
        for (var f = 0; f < bytes.Length; f++)
        {
            bytes[f] = (byte)(words.Word((uint)f) >> 24);
        }

        return bytes;
    }

    /// <inheritdoc/>
    protected override void Place(ReadOnlySpan<byte> prototype, uint index, Span<byte> sample) => prototype.CopyTo(sample);
}
