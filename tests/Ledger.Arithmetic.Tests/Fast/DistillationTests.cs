using Ledger.Arithmetic.Devices;
using Ledger.Arithmetic.Operations;
using Ledger.Arithmetic.Reference;
using Ledger.Arithmetic.Tensors;

namespace Ledger.Arithmetic.Tests.Fast;

/// <summary>Distillation: fast equals reference, the gradient is that of the loss, and its ends are cross-entropy and nothing.</summary>
public sealed class DistillationTests
{
    private const int Classes = 7;

    private static readonly Shape Shape = new(3, Classes);

    private static readonly float[] Logits = [.. Enumerable.Range(0, 3 * Classes).Select(i => 4f * MathF.Sin(i * i))];

    private static readonly float[] Teacher = [.. Enumerable.Range(0, 3 * Classes).Select(i => 6f * MathF.Cos(i * i))];

    private static readonly byte[] Labels = [0, 6, 3];

    [Theory]
    [ClassData(typeof(FastDevices))]
    public void DistillationLoss_HardLogits_EqualsReference(int threads, string kind)
    {
        using var twins = new Twins(threads, kind);
        foreach (var samples in new[] { 1, 32, 97 })
        {
            var (logits, teacher) = (HardValues.Draw(91, samples * 10).Select(z => z * 20f).ToArray(), HardValues.Draw(92, samples * 10).Select(z => z * 20f).ToArray());
            var labels = Enumerable.Range(0, samples).Select(b => (byte)(b * 7 % 10)).ToArray();
            twins.Agree(d => Run(d, new Shape(samples, 10), logits, teacher, labels, 4f, 0.9f, perElement: true));
        }
    }

    [Theory]
    [InlineData(1f, 0.5f, false)]
    [InlineData(4f, 0.9f, false)]
    [InlineData(4f, 0.9f, true)]
    [InlineData(20f, 1f, false)]
    public void DistillationLoss_LossAndGradient_AreThoseOfBinary64(float temperature, float alpha, bool perElement)
    {
        using var device = new ReferenceDevice();
        double Loss(double[] z) => Enumerable.Range(0, 3).Average(b =>
        {
            var (from, to) = (b * Classes, (b + 1) * Classes);
            var logP = Losses.LogSoftmax(z[from..to], temperature);
            var logQ = Losses.LogSoftmax([.. Teacher[from..to].Select(t => (double)t)], temperature);
            var divergence = logQ.Select((q, c) => Math.Exp(q) * (q - logP[c])).Sum() / (perElement ? Classes : 1);
            return alpha * temperature * temperature * divergence - (1 - alpha) * Losses.LogSoftmax(z[from..to], 1.0)[Labels[b]];
        });
        var found = Run(device, Shape, Logits, Teacher, Labels, temperature, alpha, perElement);
        Losses.AssertGradient(Loss, Logits, BitConverter.UInt32BitsToSingle(found[0]), found[2..]);
    }

    [Fact]
    public void DistillationLoss_WithoutTeacher_IsCrossEntropy()
    {
        using var device = new ReferenceDevice();
        var (gradient, ring) = (device.Allocate(Shape), device.AllocateRing(1));
        device.Do(new SoftmaxCrossEntropy(device.Put(Shape, Logits), device.Put(new Shape(3), Labels), gradient, 0f, ring));
        var record = ring.Take();
        uint[] expected = [.. Bits.Of([record.Loss]), (uint)record.Correct, .. device.Take(gradient)];
        Assert.Equal(expected, Run(device, Shape, Logits, Teacher, Labels, 4f, 0f, perElement: false));
    }

    [Fact]
    public void DistillationLoss_OfTheTeacherItself_IsNothing()
    {
        using var device = new ReferenceDevice();
        var found = Run(device, Shape, Logits, Logits, Labels, 4f, 1f, perElement: false);
        Assert.Equal(0u, found[0]);
        Assert.Equal(Bits.Of(new float[3 * Classes]), found[2..]);
    }

    private static uint[] Run(IDevice d, Shape shape, float[] logits, float[] teacher, byte[] labels, float temperature, float alpha, bool perElement)
    {
        var (gradient, ring) = (d.Allocate(shape), d.AllocateRing(1));
        d.Do(new DistillationLoss(d.Put(shape, logits), d.Put(shape, teacher), d.Put(new Shape(labels.Length), labels), gradient, temperature, alpha, perElement, ring));
        var record = ring.Take();
        return [.. Bits.Of([record.Loss]), (uint)record.Correct, .. d.Take(gradient)];
    }
}
