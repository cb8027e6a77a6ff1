using Ledger.Arithmetic.Devices;
using Ledger.Arithmetic.Operations;
using Ledger.Arithmetic.Reference;
using Ledger.Arithmetic.Tensors;

namespace Ledger.Arithmetic.Tests.Fast;

/// <summary>Steps of SGD: fast equals reference, and the reference does what its formula says.</summary>
public sealed class SgdStepTests
{
    private const int Statistics = 37;

    private static readonly SgdCoefficients[] Coefficients = [new(0.1f, 0f, 0f, false), new(1.2e-3f, 0.9f, 5e-4f, false), new(1.2e-3f, 0.9f, 5e-4f, true)];

    [Theory]
    [ClassData(typeof(FastDevices))]
    public void SgdStep_AnyLengthMaskAndCoefficients_EqualsReference(int threads, string kind)
    {
        using var twins = new Twins(threads, kind);
        foreach (var length in new[] { 1, 15, 16, 17, 250, 4095, 4096, 4097, 9001 })
        {
            foreach (var coefficients in Coefficients)
            {
                foreach (var (masked, decayed) in new[] { (-1, -1), (0, -1), (3, -1), (-1, 0), (5, 2) })
                {
                    twins.Agree(d => Step(d, length, 0, coefficients, masked, decayed));
                }
            }
        }
    }

    [Theory]
    [ClassData(typeof(FastDevices))]
    public void SgdStep_StatisticsBehindTheParameters_AreInTheFingerprintAndStay(int threads, string kind)
    {
        using var twins = new Twins(threads, kind);
        foreach (var length in new[] { 1, 17, 480, 4070, 8191 })
        {
            twins.Agree(d => Step(d, length, Statistics, Coefficients[1], masked: 0, decayed: -1));
        }
    }

    // v' = 0.5·0.25 + g'; without a look ahead p' = 1 − 0.5·v', with it 1 − 0.5·(0.5·v' + g'). The second parameter decays: g' = 0.5·1 + g.
    [Theory]
    [InlineData(false, 0.6875f, 0.4375f)]
    [InlineData(true, 0.59375f, 0.21875f)]
    public void SgdStep_Coefficients_AreTheFormulas(bool nesterov, float free, float decaying)
    {
        using var device = new ReferenceDevice();
        var (p, g, v) = (device.Put(new Shape(2), [1f, 1f]), device.Put(new Shape(2), [0.5f, 0.5f]), device.Put(new Shape(2), [0.25f, 0.25f]));
        device.Do(new SgdStep(p, g, v, null, device.PlaceBits([0b10], 2), 0.5f, 0.5f, nesterov, new StepValues { Rate = 0.5f }, device.AllocateRing(1)));
        Assert.Equal(Bits.Of([free, decaying]), device.Take(p));
        Assert.Equal(Bits.Of([0.625f, 1.125f]), device.Take(v));
    }

    private static uint[] Step(IDevice d, int length, int statistics, SgdCoefficients coefficients, int masked, int decayed)
    {
        var values = d.Put(new Shape(length + statistics), Bench.Kept(HardValues.Draw(16, length + statistics), masked, 19, length));
        var (g, v) = (d.Put(new Shape(length), HardValues.Draw(17, length)), d.Put(new Shape(length), Bench.Kept(HardValues.Draw(18, length), masked, 19, length)));
        var untouched = d.Take(values)[length..];
        var (rate, momentum, decay, nesterov) = coefficients;
        var ring = d.AllocateRing(2);
        d.Do(new SgdStep(
            values, g, v, d.BitsFrom(masked, 19, length), d.BitsFrom(decayed, 20, length), momentum, decay, nesterov, new StepValues { Rate = rate }, ring));
        var record = ring.Take();
        Assert.Equal(d.Fingerprint(values), record.Fingerprint);
        Assert.True(record.IsFinite);
        Assert.Equal(untouched, d.Take(values)[length..]);
        return [.. d.Take(values), .. d.Take(v), .. Bits.Of(record.Fingerprint)];
    }
}
