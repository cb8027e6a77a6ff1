using Ledger.Arithmetic.Operations;
using Ledger.Arithmetic.Reference;
using Ledger.Arithmetic.Tensors;

namespace Ledger.Arithmetic.Tests.Fast;

/// <summary>What takes each element by itself: fast equals reference.</summary>
public sealed class ElementwiseTests
{
    private static readonly float[] Values = HardValues.Draw(12, 300_000), Others = HardValues.Draw(13, 300_000);

    // The last two are large enough to be shared among threads.
    private static readonly (int Rows, int Width)[] Shapes =
        [.. LinearShapes.All.Select(s => (s.Samples, s.Outputs)), (1, 250), (5003, 1), (1021, 3), (40_009, 7), (2111, 128)];

    [Theory]
    [ClassData(typeof(FastDevices))]
    public void BiasAndRelu_HardValues_EqualsReference(int threads, string kind)
    {
        using var twins = new Twins(threads, kind);
        foreach (var (b, o) in Shapes)
        {
            var (values, bias, gate) = (Values[..(b * o)], Others[^o..], Others[..(b * o)]);
            twins.Agree(d =>
            {
                var (y, dy) = (d.Put(new Shape(b, o), gate), d.Put(new Shape(b, o), values));
                d.Do(new AddBias(dy, d.Put(new Shape(o), bias)));
                var sum = d.Take(dy);
                d.Do(new Relu(y));
                d.Do(new ReluGradient(y, dy));
                return [.. sum, .. d.Take(y), .. d.Take(dy)];
            });
        }
    }

    [Theory]
    [ClassData(typeof(FastDevices))]
    public void AddToAndCopy_HardValues_EqualsReference(int threads, string kind)
    {
        using var twins = new Twins(threads, kind);
        foreach (var (b, o) in Shapes)
        {
            var (source, target, shape) = (Values[..(b * o)], Others[..(b * o)], new Shape(b, o));
            twins.Agree(d =>
            {
                var (plain, rectified, copy) = (d.Put(shape, target), d.Put(shape, target), d.Allocate(shape));
                d.Do(new AddTo(d.Put(shape, source), plain));
                d.Do(new AddTo(d.Put(shape, source), rectified, Rectify: true));
                d.Do(new Copy(plain, copy));
                Assert.Equal(d.Take(plain), d.Take(copy));
                return [.. d.Take(plain), .. d.Take(rectified)];
            });
        }
    }

    [Fact]
    public void AddTo_NegativeSums_AreRectifiedToPositiveZeroAfterTheAddition()
    {
        using var device = new ReferenceDevice();
        var target = device.Put(new Shape(4), [1f, -3f, -0f, 2f]);
        device.Do(new AddTo(device.Put(new Shape(4), [-2f, 4f, -0f, 0.5f]), target, Rectify: true));
        Assert.Equal(Bits.Of([0f, 1f, 0f, 2.5f]), device.Take(target));
    }
}
