using Ledger.Arithmetic.Operations;
using Ledger.Arithmetic.Tensors;

namespace Ledger.Arithmetic.Tests.Fast;

/// <summary>Softmax cross-entropy: fast equals reference, and evaluation has the training's losses.</summary>
public sealed class SoftmaxTests
{
    [Theory]
    [ClassData(typeof(FastDevices))]
    public void SoftmaxCrossEntropy_HardLogits_EqualsReference(int threads, string kind)
    {
        using var twins = new Twins(threads, kind);
        foreach (var samples in new[] { 1, 32, 60, 97 })
        {
            var logits = HardValues.Draw(15, samples * 10).Select(z => z is > 1e10f or < -1e10f ? z : z * 20f).ToArray();
            var labels = Enumerable.Range(0, samples).Select(b => (byte)(b * 7 % 10)).ToArray();
            twins.Agree(d =>
            {
                var (gradient, losses, correct, ring) = (d.Allocate(new Shape(samples, 10)), d.Allocate(new Shape(samples)), d.Allocate(new Shape(samples)), d.AllocateRing(1));
                var (z, y) = (d.Put(new Shape(samples, 10), logits), d.Put(new Shape(samples), labels));
                d.Do(new SoftmaxCrossEntropy(z, y, gradient, 0f, ring));
                var record = ring.Take();
                d.Do(new SampleLosses(z, y, losses, correct));
                Assert.Equal(record.Correct, d.Take(correct).Count(bits => bits == BitConverter.SingleToUInt32Bits(1f)));
                return [BitConverter.SingleToUInt32Bits(record.Loss), (uint)record.Correct, .. d.Take(gradient), .. d.Take(losses), .. d.Take(correct)];
            });
        }
    }
}
