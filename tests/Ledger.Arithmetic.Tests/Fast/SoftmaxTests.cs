using Ledger.Arithmetic.Operations;
using Ledger.Arithmetic.Random;
using Ledger.Arithmetic.Reference;
using Ledger.Arithmetic.Tensors;

namespace Ledger.Arithmetic.Tests.Fast;

/// <summary>Softmax cross-entropy: fast equals reference, evaluation has the training's losses, the gradient is that of the loss.</summary>
public sealed class SoftmaxTests
{
    [Theory]
    [ClassData(typeof(FastDevices))]
    public void SoftmaxCrossEntropy_HardLogits_EqualsReference(int threads, string kind)
    {
        using var twins = new Twins(threads, kind);
        foreach (var (samples, smoothing) in new[] { (1, 0f), (32, 0f), (60, 0f), (97, 0f), (1, 0.1f), (33, 0.1f) })
        {
            var logits = HardValues.Draw(15, samples * 10).Select(z => z is > 1e10f or < -1e10f ? z : z * 20f).ToArray();
            var labels = Enumerable.Range(0, samples).Select(b => (byte)(b * 7 % 10)).ToArray();
            twins.Agree(d =>
            {
                var (gradient, losses, correct, ring) = (d.Allocate(new Shape(samples, 10)), d.Allocate(new Shape(samples)), d.Allocate(new Shape(samples)), d.AllocateRing(1));
                var (z, y) = (d.Put(new Shape(samples, 10), logits), d.Put(new Shape(samples), labels));
                d.Do(new SoftmaxCrossEntropy(z, y, gradient, smoothing, ring));
                var record = ring.Take();
                d.Do(new SampleLosses(z, y, losses, correct));
                Assert.Equal(record.Correct, d.Take(correct).Count(bits => bits == BitConverter.SingleToUInt32Bits(1f)));
                return [BitConverter.SingleToUInt32Bits(record.Loss), (uint)record.Correct, .. d.Take(gradient), .. d.Take(losses), .. d.Take(correct)];
            });
        }
    }

    // Answers from before there was smoothing.
    [Fact]
    public void SoftmaxCrossEntropy_SmoothingOfZero_IsNone()
    {
        using var device = new ReferenceDevice();
        var stream = new PhiloxStream(1, Purpose.Synthetic, 0, 0);
        var logits = device.Put(new Shape(97, 10), [.. Enumerable.Range(0, 970).Select(i => (int)stream.Word((uint)i) / 2147483648f * 20f)]);
        var labels = device.Put(new Shape(97), [.. Enumerable.Range(0, 97).Select(b => (byte)(b * 7 % 10))]);
        var (gradient, ring) = (device.Allocate(new Shape(97, 10)), device.AllocateRing(1));
        device.Do(new SoftmaxCrossEntropy(logits, labels, gradient, 0f, ring));
        var record = ring.Take();
        Assert.Equal(0x4171FFF4u, BitConverter.SingleToUInt32Bits(record.Loss));
        Assert.Equal(9, record.Correct);
        Assert.Equal("0668abc105d71d59416f14cd6195e6c7", device.Fingerprint(gradient).ToString());
    }

    [Theory]
    [InlineData(0f)]
    [InlineData(0.1f)]
    [InlineData(0.75f)]
    public void SoftmaxCrossEntropy_LossAndGradient_AreThoseOfBinary64(float smoothing)
    {
        const int samples = 3, classes = 7;
        using var device = new ReferenceDevice();
        var logits = Enumerable.Range(0, samples * classes).Select(i => 4f * MathF.Sin(i * i)).ToArray();
        byte[] labels = [0, 6, 3];
        var (gradient, ring) = (device.Allocate(new Shape(samples, classes)), device.AllocateRing(1));
        device.Do(new SoftmaxCrossEntropy(device.Put(new Shape(samples, classes), logits), device.Put(new Shape(samples), labels), gradient, smoothing, ring));
        double Loss(double[] z) => Enumerable.Range(0, samples).Average(b =>
        {
            var logP = Losses.LogSoftmax(z[(b * classes)..((b + 1) * classes)], 1.0);
            return -((1 - smoothing) * logP[labels[b]] + smoothing * logP.Average());
        });
        Losses.AssertGradient(Loss, logits, ring.Take().Loss, device.Take(gradient));
    }
}
