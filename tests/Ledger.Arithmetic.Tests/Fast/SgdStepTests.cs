using Ledger.Arithmetic.Devices;
using Ledger.Arithmetic.Operations;
using Ledger.Arithmetic.Tensors;

namespace Ledger.Arithmetic.Tests.Fast;

/// <summary>Steps of SGD: fast equals reference.</summary>
public sealed class SgdStepTests
{
    [Theory]
    [ClassData(typeof(FastDevices))]
    public void SgdStep_AnyLengthMaskAndCoefficients_EqualsReference(int threads, string kind)
    {
        using var twins = new Twins(threads, kind);
        foreach (var length in new[] { 1, 15, 16, 17, 250, 4095, 4096, 4097, 9001 })
        {
            foreach (var coefficients in new SgdCoefficients[] { new(0.1f, 0f, 0f, false), new(1.2e-3f, 0.9f, 5e-4f, false) })
            {
                foreach (var offset in new[] { -1, 0, 3 })
                {
                    twins.Agree(d => Step(d, length, coefficients, offset));
                }
            }
        }
    }

    // A view of the mask that starts at the offset; −1 is no mask.
    private static uint[] Step(IDevice d, int length, SgdCoefficients coefficients, int offset)
    {
        var (p, g, v) = (d.Put(new Shape(length), HardValues.Draw(16, length)), d.Put(new Shape(length), HardValues.Draw(17, length)), d.Put(new Shape(length), HardValues.Draw(18, length)));
        var mask = offset < 0 ? null : d.PlaceBits(HardValues.DrawMask(19, length + offset, 4), length + offset).View(offset, length);
        var ring = d.AllocateRing(2);
        var (rate, momentum, decay, nesterov) = coefficients;
        d.Do(new SgdStep(p, g, v, mask, null, momentum, decay, nesterov, new StepValues { Rate = rate }, ring));
        var record = ring.Take();
        Assert.Equal(d.Fingerprint(p), record.Fingerprint);
        Assert.True(record.IsFinite);
        return [.. d.Take(p), .. d.Take(v), .. Bits.Of(record.Fingerprint)];
    }
}
