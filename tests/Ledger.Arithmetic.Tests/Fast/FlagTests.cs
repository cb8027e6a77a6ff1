using Ledger.Arithmetic.Devices;
using Ledger.Arithmetic.Operations;
using Ledger.Arithmetic.Reference;
using Ledger.Arithmetic.Tensors;

namespace Ledger.Arithmetic.Tests.Fast;

/// <summary>What raises the flag of a step that is not finite, and what lowers it.</summary>
public sealed class FlagTests
{
    [Theory]
    [ClassData(typeof(FastDevices))]
    public void SgdStep_NonFiniteAnywhere_IsReportedOnceWithoutFingerprint(int threads, string kind)
    {
        using var twins = new Twins(threads, kind);
        foreach (var d in twins.Both)
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
        using var device = new ReferenceDevice();
        Poisons(device).First()();
        var (logits, labels) = (device.Put(new Shape(1, 2), [1f, 2f]), device.Put(new Shape(1), [1]));
        device.Do(new SampleLosses(logits, labels, device.Allocate(new Shape(1)), device.Allocate(new Shape(1))));
        Assert.True(PlainStep(device, 1f).IsFinite);
    }

    private static IEnumerable<Action> Poisons(IDevice d)
    {
        foreach (var (length, position) in new[] { (37, 0), (37, 16), (37, 36), (270_001, 150_000), (270_001, 270_000) })
        {
            var (values, shape) = (new float[length], new Shape(length));
            values[position] = float.NegativeInfinity;
            yield return () => d.Do(new AddBias(d.Put(new Shape(1, length), values), d.Allocate(shape)));
            yield return () => d.Do(new AddBias(d.Put(new Shape(length, 1), values), d.Allocate(new Shape(1))));
            yield return () => d.Do(new ReluGradient(d.Put(shape, Enumerable.Repeat(1f, length).ToArray()), d.Put(shape, values)));
            yield return () => d.Do(new AddTo(d.Put(shape, values), d.Allocate(shape), Rectify: true));
        }
    }

    private static StepRecord PlainStep(IDevice d, float gradient)
    {
        var ring = d.AllocateRing(1);
        var (p, g, v) = (d.Allocate(new Shape(37)), d.Put(new Shape(37), Enumerable.Repeat(gradient, 37).ToArray()), d.Allocate(new Shape(37)));
        d.Do(new SgdStep(p, g, v, null, null, 0.9f, 0f, false, new StepValues { Rate = 0.1f }, ring));
        return ring.Take();
    }
}
