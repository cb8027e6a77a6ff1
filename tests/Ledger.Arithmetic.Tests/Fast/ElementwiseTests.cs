using Ledger.Arithmetic.Operations;
using Ledger.Arithmetic.Tensors;

namespace Ledger.Arithmetic.Tests.Fast;

/// <summary>What takes each element by itself: fast equals reference.</summary>
public sealed class ElementwiseTests
{
    [Theory]
    [ClassData(typeof(FastDevices))]
    public void BiasAndRelu_HardValues_EqualsReference(int threads, string kind)
    {
        using var twins = new Twins(threads, kind);
        foreach (var (b, _, o) in LinearShapes.All)
        {
            var (values, bias, gate) = (HardValues.Draw(12, b * o), HardValues.Draw(13, o), HardValues.Draw(14, b * o));
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
}
