using Ledger.Arithmetic.Devices;
using Ledger.Arithmetic.Operations;
using Ledger.Arithmetic.Tensors;

namespace Ledger.Arithmetic.Tests.Fast;

/// <summary>An update that visits survivors only gives the reference's bits, however few they are.</summary>
public sealed class KeptRunsTests
{
    [Theory]
    [ClassData(typeof(FastDevices))]
    public void SgdStep_FewSurvivors_EqualsReference(int threads, string kind)
    {
        using var twins = new Twins(threads, kind);
        foreach (var length in new[] { 1, 31, 4095, 9001, 20_000 })
        {
            foreach (var every in new[] { 1, 7, 40, 1000, 30_000 })
            {
                twins.Agree(d => Step(d, length, every));
            }
        }
    }

    private static uint[] Step(IDevice d, int length, int every)
    {
        const int Statistics = 19;
        var bits = new byte[(length + 7) / 8];
        for (var i = every / 2; i < length; i += every)
        {
            bits[i / 8] |= (byte)(1 << i % 8);
        }

        var kept = HardValues.Draw(71, length + Statistics).Select((value, i) => i >= length || (bits[i / 8] >> i % 8 & 1) != 0 ? value : 0f).ToArray();
        var (values, velocity) = (d.Put(new Shape(length + Statistics), kept), d.Put(new Shape(length), kept.AsSpan(0, length)));
        var ring = d.AllocateRing(1);
        d.Do(new SgdStep(values, d.Put(new Shape(length), HardValues.Draw(72, length)), velocity, d.PlaceBits(bits, length), null, 0.9f, 5e-4f, true, new StepValues { Rate = 0.1f }, ring));
        return [.. d.Take(values), .. d.Take(velocity), .. Bits.Of(ring.Take().Fingerprint)];
    }
}
