using Ledger.Arithmetic.Devices;
using Ledger.Arithmetic.Operations;
using Ledger.Arithmetic.Reference;
using Ledger.Arithmetic.Tensors;

namespace Ledger.Arithmetic.Tests.Fast;

/// <summary>Steps of Adam: fast equals reference, and the reference follows the algorithm of the paper.</summary>
public sealed class AdamStepTests
{
    private const int Statistics = 37;

    private static readonly AdamSettings Plain = new(0.9f, 0.1f, 0.999f, 0.001f, 1e-8f, 0f, IsDecoupled: false);

    private static readonly AdamSettings[] AllSettings =
        [Plain, Plain with { WeightDecay = 5e-4f }, Plain with { WeightDecay = 0.01f, IsDecoupled = true }, Plain with { IsDecoupled = true }];

    [Theory]
    [ClassData(typeof(FastDevices))]
    public void AdamStep_AnyLengthMaskAndSettings_EqualsReference(int threads, string kind)
    {
        using var twins = new Twins(threads, kind);
        foreach (var length in new[] { 1, 15, 16, 17, 250, 4095, 4097, 9001 })
        {
            foreach (var settings in AllSettings)
            {
                foreach (var (masked, decayed) in new[] { (-1, -1), (3, -1), (-1, 0), (5, 2) })
                {
                    twins.Agree(d => Step(d, length, settings, masked, decayed));
                }
            }
        }
    }

    [Theory]
    [InlineData(0.0, false)]
    [InlineData(0.1, false)]
    [InlineData(0.1, true)]
    public void AdamStep_ManySteps_FollowsTheAlgorithmInBinary64(double decay, bool isDecoupled)
    {
        const double rate = 1e-2, beta1 = 0.9, beta2 = 0.999;
        using var device = new ReferenceDevice();
        var (values, gradients, first, second) = (device.Put(new Shape(1), [1f]), device.Allocate(new Shape(1)), device.Allocate(new Shape(1)), device.Allocate(new Shape(1)));
        var (step, ring) = (new StepValues { Rate = (float)rate }, device.AllocateRing(1));
        var work = device.Prepare(new AdamStep(values, gradients, first, second, null, null, Plain with { WeightDecay = (float)decay, IsDecoupled = isDecoupled }, step, ring));
        var (p, m, v) = (1.0, 0.0, 0.0);
        for (var t = 1; t <= 100; t++)
        {
            var gradient = Math.Cos(t) + p;
            device.Write([(float)gradient], gradients);
            (step.CorrectedRate, step.SecondCorrection) = ((float)(rate / (1 - Math.Pow(beta1, t))), (float)Math.Sqrt(1 - Math.Pow(beta2, t)));
            work();
            gradient += isDecoupled ? 0 : decay * p;
            p -= isDecoupled ? rate * decay * p : 0;
            (m, v) = (beta1 * m + (1 - beta1) * gradient, beta2 * v + (1 - beta2) * gradient * gradient);
            p -= rate * (m / (1 - Math.Pow(beta1, t))) / (Math.Sqrt(v / (1 - Math.Pow(beta2, t))) + 1e-8);
        }

        Assert.Equal(p, BitConverter.UInt32BitsToSingle(device.Take(values)[0]), 1e-5);
    }

    [Theory]
    [ClassData(typeof(FastDevices))]
    public void AdamStep_SecondMomentOverflows_IsReported(int threads, string kind)
    {
        using var twins = new Twins(threads, kind);
        foreach (var d in twins.Both)
        {
            foreach (var position in new[] { 0, 36 })
            {
                var gradients = new float[37];
                gradients[position] = 1e22f;
                var (shape, ring) = (new Shape(37), d.AllocateRing(1));
                var values = d.Allocate(shape);
                d.Do(new AdamStep(values, d.Put(shape, gradients), d.Allocate(shape), d.Allocate(shape), null, null, Plain, new StepValues { CorrectedRate = 0.1f, SecondCorrection = 1f }, ring));
                Assert.Equal(new StepRecord(0f, 0, default, IsFinite: false), ring.Take());
            }
        }
    }

    private static uint[] Step(IDevice d, int length, AdamSettings settings, int masked, int decayed)
    {
        var values = d.Put(new Shape(length + Statistics), Bench.Kept(HardValues.Draw(61, length + Statistics), masked, 65, length));
        var (g, m) = (d.Put(new Shape(length), HardValues.Draw(62, length)), d.Put(new Shape(length), Bench.Kept(HardValues.Draw(63, length), masked, 65, length)));
        var v = d.Put(new Shape(length), Bench.Kept([.. HardValues.Draw(64, length).Select(Math.Abs)], masked, 65, length));
        var untouched = d.Take(values)[length..];
        var ring = d.AllocateRing(1);
        var step = new StepValues { Rate = 1.2e-3f, CorrectedRate = 2.3e-3f, SecondCorrection = 0.17f };
        d.Do(new AdamStep(values, g, m, v, d.BitsFrom(masked, 65, length), d.BitsFrom(decayed, 66, length), settings, step, ring));
        var record = ring.Take();
        Assert.Equal(d.Fingerprint(values), record.Fingerprint);
        Assert.True(record.IsFinite);
        Assert.Equal(untouched, d.Take(values)[length..]);
        return [.. d.Take(values), .. d.Take(m), .. d.Take(v), .. Bits.Of(record.Fingerprint)];
    }
}
