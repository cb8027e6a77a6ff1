using Ledger.Arithmetic.Devices;
using Ledger.Arithmetic.Fast;
using Ledger.Arithmetic.Reference;
using Ledger.Arithmetic.Tensors;

namespace Ledger.Arithmetic.Tests.Fast;

/// <summary>Fast equals reference, bit for bit: over every lane kind this processor has, threads 1 to 3, and shapes off every tile edge.</summary>
public sealed class CpuDeviceTests
{
    private static readonly ReferenceDevice Reference = new();

    private static readonly (int Samples, int Inputs, int Outputs)[] Products =
    [
        (1, 1, 1), (1, 3, 2), (2, 17, 5), (5, 31, 16), (7, 64, 33), (12, 100, 32), (13, 29, 48), (31, 40, 31), (32, 9, 64),
        (33, 33, 10), (60, 50, 70), (64, 20, 17), (65, 24, 100), (97, 12, 13), (128, 30, 10), (225, 7, 19), (24, 1024, 10), (9, 5, 1024),
    ];

    public static TheoryData<int, string> Devices()
    {
        var data = new TheoryData<int, string>();
        foreach (var kind in LaneKinds.Supported())
        {
            data.Add(1, kind.ToString());
        }

        data.Add(2, LaneKinds.Fastest().ToString());
        data.Add(3, LaneKinds.Fastest().ToString());
        data.Add(2, nameof(LaneKind.Scalar));
        return data;
    }

    [Theory]
    [MemberData(nameof(Devices))]
    public void MatrixProduct_HardValues_EqualsReference(int threads, string kind)
    {
        using var device = Open(threads, kind);
        foreach (var (b, i, o) in Products)
        {
            var (x, w) = (HardValues.Draw(1, b * i), HardValues.Draw(2, i * o));
            Agree(device, d =>
            {
                var y = d.Allocate(new Shape(b, o));
                d.MatrixProduct(d.Put(new Shape(b, i), x), d.Put(new Shape(i, o), w), null, y);
                return d.Take(y);
            });
        }
    }

    [Theory]
    [MemberData(nameof(Devices))]
    public void MatrixProduct_MaskedWeights_EqualsReferenceThatSkips(int threads, string kind)
    {
        using var device = Open(threads, kind);
        foreach (var (b, i, o) in Products)
        {
            var (x, w, mask) = (HardValues.Draw(3, b * i), HardValues.Draw(4, i * o), HardValues.DrawMask(5, i * o, 3));
            Mask(w, mask);
            Agree(device, d =>
            {
                var y = d.Allocate(new Shape(b, o));
                d.MatrixProduct(d.Put(new Shape(b, i), x), d.Put(new Shape(i, o), w), d.PlaceBits(mask, i * o), y);
                return d.Take(y);
            });
        }
    }

    [Theory]
    [MemberData(nameof(Devices))]
    public void MatrixProduct_InfinityAgainstMaskedWeight_EqualsReferenceThatSkips(int threads, string kind)
    {
        using var device = Open(threads, kind);
        float[] x = [float.PositiveInfinity, 2f, 3f, 4f];
        float[] w = [0f, 1f, 5f, 7f];
        Agree(device, d =>
        {
            var y = d.Allocate(new Shape(2, 2));
            d.MatrixProduct(d.Put(new Shape(2, 2), x), d.Put(new Shape(2, 2), w), d.PlaceBits([0b1110], 4), y);
            var bits = d.Take(y);
            Assert.Equal(10f, BitConverter.UInt32BitsToSingle(bits[0]));
            return bits;
        });
    }

    [Theory]
    [MemberData(nameof(Devices))]
    public void InputGradient_HardValues_EqualsReference(int threads, string kind)
    {
        using var device = Open(threads, kind);
        foreach (var (b, i, o) in Products)
        {
            var (dy, w, mask) = (HardValues.Draw(6, b * o), HardValues.Draw(7, i * o), HardValues.DrawMask(8, i * o, 5));
            Mask(w, mask);
            Agree(device, d =>
            {
                var (dense, masked) = (d.Allocate(new Shape(b, i)), d.Allocate(new Shape(b, i)));
                d.InputGradient(d.Put(new Shape(b, o), dy), d.Put(new Shape(i, o), w), null, dense);
                d.InputGradient(d.Put(new Shape(b, o), dy), d.Put(new Shape(i, o), w), d.PlaceBits(mask, i * o), masked);
                return [.. d.Take(dense), .. d.Take(masked)];
            });
        }
    }

    [Theory]
    [MemberData(nameof(Devices))]
    public void WeightGradient_HardValues_EqualsReference(int threads, string kind)
    {
        using var device = Open(threads, kind);
        foreach (var (b, i, o) in Products)
        {
            var (x, dy) = (HardValues.Draw(9, b * i), HardValues.Draw(10, b * o));
            Agree(device, d =>
            {
                var dw = d.Allocate(new Shape(i, o));
                d.WeightGradient(d.Put(new Shape(b, i), x), d.Put(new Shape(b, o), dy), null, dw);
                return d.Take(dw);
            });
        }
    }

    [Theory]
    [MemberData(nameof(Devices))]
    public void BiasGradient_HardValues_EqualsReference(int threads, string kind)
    {
        using var device = Open(threads, kind);
        foreach (var (b, _, o) in Products)
        {
            var dy = HardValues.Draw(11, b * o);
            Agree(device, d =>
            {
                var dbias = d.Allocate(new Shape(o));
                d.BiasGradient(d.Put(new Shape(b, o), dy), dbias);
                return d.Take(dbias);
            });
        }
    }

    [Theory]
    [MemberData(nameof(Devices))]
    public void Elementwise_HardValues_EqualsReference(int threads, string kind)
    {
        using var device = Open(threads, kind);
        foreach (var (b, _, o) in Products)
        {
            var (values, bias, gate) = (HardValues.Draw(12, b * o), HardValues.Draw(13, o), HardValues.Draw(14, b * o));
            Agree(device, d =>
            {
                var (y, dy) = (d.Put(new Shape(b, o), gate), d.Put(new Shape(b, o), values));
                d.AddBias(dy, d.Put(new Shape(o), bias));
                var sum = d.Take(dy);
                d.Relu(y);
                d.ReluGradient(y, dy);
                return [.. sum, .. d.Take(y), .. d.Take(dy)];
            });
        }
    }

    [Theory]
    [MemberData(nameof(Devices))]
    public void GatherSamples_AllBytes_EqualsReference(int threads, string kind)
    {
        using var device = Open(threads, kind);
        var samples = Enumerable.Range(0, 3 * 301).Select(i => (byte)i).ToArray();
        Agree(device, d =>
        {
            var batch = d.Allocate(new Shape(4, 301));
            d.GatherSamples(d.Place(samples, new Shape(3, 301)), [2, 0, 2, 1], batch);
            return d.Take(batch);
        });
    }

    [Theory]
    [MemberData(nameof(Devices))]
    public void SgdStep_AnyLengthMaskAndCoefficients_EqualsReference(int threads, string kind)
    {
        using var device = Open(threads, kind);
        foreach (var length in new[] { 1, 15, 16, 17, 250, 4095, 4096, 4097, 9001 })
        {
            foreach (var coefficients in new SgdCoefficients[] { new(0.1f, 0f, 0f), new(1.2e-3f, 0.9f, 5e-4f) })
            {
                foreach (var offset in new[] { -1, 0, 3 })
                {
                    Agree(device, d => Step(d, length, coefficients, offset));
                }
            }
        }
    }

    [Theory]
    [MemberData(nameof(Devices))]
    public void SgdStep_NonFiniteAnywhere_IsReportedOnceWithoutFingerprint(int threads, string kind)
    {
        using var device = Open(threads, kind);
        foreach (IDevice d in new IDevice[] { Reference, device })
        {
            foreach (var poison in Poisons(d))
            {
                poison();
                Assert.Equal(new StepRecord(0f, 0, default, IsFinite: false), PlainStep(d, 1f));
                Assert.True(PlainStep(d, 1f).IsFinite);
            }

            Assert.False(PlainStep(d, float.NaN).IsFinite);
            Assert.True(PlainStep(d, 1f).IsFinite);
        }
    }

    [Fact]
    public void SampleLosses_AfterOverflow_LowersTheFlag()
    {
        Poisons(Reference).First()();
        var logits = Reference.Put(new Shape(1, 2), [1f, 2f]);
        Reference.SampleLosses(logits, Reference.Place(new byte[] { 1 }, new Shape(1)), Reference.Allocate(new Shape(1)));
        Assert.True(PlainStep(Reference, 1f).IsFinite);
    }

    [Theory]
    [MemberData(nameof(Devices))]
    public void SoftmaxCrossEntropy_HardLogits_EqualsReference(int threads, string kind)
    {
        using var device = Open(threads, kind);
        foreach (var samples in new[] { 1, 32, 60, 97 })
        {
            var logits = HardValues.Draw(15, samples * 10).Select(z => z is > 1e10f or < -1e10f ? z : z * 20f).ToArray();
            var labels = Enumerable.Range(0, samples).Select(b => (byte)(b * 7 % 10)).ToArray();
            Agree(device, d =>
            {
                var (gradient, losses, ring) = (d.Allocate(new Shape(samples, 10)), d.Allocate(new Shape(samples)), d.AllocateRing(1));
                var z = d.Put(new Shape(samples, 10), logits);
                d.SoftmaxCrossEntropy(z, d.Place(labels, new Shape(samples)), gradient, ring);
                ring.Advance();
                var record = ring.Drain()[0];
                Assert.Equal(record.Correct, d.SampleLosses(z, d.Place(labels, new Shape(samples)), losses));
                return [BitConverter.SingleToUInt32Bits(record.Loss), (uint)record.Correct, .. d.Take(gradient), .. d.Take(losses)];
            });
        }
    }

    private static CpuDevice Open(int threads, string kind) => new(threads, Enum.Parse<LaneKind>(kind));

    private static void Agree(IDevice device, Func<IDevice, uint[]> compute) => Assert.Equal(compute(Reference), compute(device));

    private static void Mask(float[] w, byte[] mask)
    {
        for (var i = 0; i < w.Length; i++)
        {
            w[i] = HardValues.Keeps(mask, i) ? w[i] : 0f;
        }
    }

    // A view of the mask that starts at the offset; −1 is no mask.
    private static uint[] Step(IDevice d, int length, SgdCoefficients coefficients, int offset)
    {
        var (p, g, v) = (d.Put(new Shape(length), HardValues.Draw(16, length)), d.Put(new Shape(length), HardValues.Draw(17, length)), d.Put(new Shape(length), HardValues.Draw(18, length)));
        var mask = offset < 0 ? null : d.PlaceBits(HardValues.DrawMask(19, length + offset, 4), length + offset).View(offset, length);
        var ring = d.AllocateRing(2);
        d.SgdStep(p, g, v, mask, coefficients, ring);
        ring.Advance();
        var record = ring.Drain()[0];
        Assert.Equal(d.Fingerprint(p), record.Fingerprint);
        Assert.True(record.IsFinite);
        return [.. d.Take(p), .. d.Take(v), .. Words(record.Fingerprint)];
    }

    private static uint[] Words(Fingerprint f) => [(uint)f.First, (uint)(f.First >> 32), (uint)f.Second, (uint)(f.Second >> 32)];

    private static IEnumerable<Action> Poisons(IDevice d)
    {
        foreach (var position in new[] { 0, 16, 36 })
        {
            var values = new float[37];
            values[position] = float.NegativeInfinity;
            yield return () => d.AddBias(d.Put(new Shape(1, 37), values), d.Allocate(new Shape(37)));
            yield return () => d.ReluGradient(d.Put(new Shape(37), Enumerable.Repeat(1f, 37).ToArray()), d.Put(new Shape(37), values));
        }
    }

    private static StepRecord PlainStep(IDevice d, float gradient)
    {
        var ring = d.AllocateRing(1);
        var (p, g, v) = (d.Allocate(new Shape(37)), d.Put(new Shape(37), Enumerable.Repeat(gradient, 37).ToArray()), d.Allocate(new Shape(37)));
        d.SgdStep(p, g, v, null, new SgdCoefficients(0.1f, 0.9f, 0f), ring);
        ring.Advance();
        return ring.Drain()[0];
    }
}
