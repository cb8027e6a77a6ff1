using Ledger.Arithmetic.Operations;
using Ledger.Arithmetic.Random;
using Ledger.Arithmetic.Reference;
using Ledger.Arithmetic.Tensors;

namespace Ledger.Arithmetic.Tests.Fast;

/// <summary>Dropout: fast equals reference, and the words are those of the stream that the name says.</summary>
public sealed class DropOutTests
{
    private const ulong Seed = 0xA409382229F31D08;

    [Theory]
    [ClassData(typeof(FastDevices))]
    public void DropOut_AnyLength_EqualsReference(int threads, string kind)
    {
        using var twins = new Twins(threads, kind);
        var drawn = Philox4x32.Block(Seed, new PhiloxBlock(0, 12345, 7, 4))[2];
        foreach (var length in new[] { 1, 2, 3, 4, 5, 15, 16, 17, 255, 256, 257, 1000, 40_003 })
        {
            var values = HardValues.Draw(71, length);
            foreach (var (threshold, scale) in new[] { (0x8000_0000u, 2f), (0x1999_9999u, 1.1111112f), (0u, 1f), (uint.MaxValue, 3f), (drawn, 2f), (drawn + 1, 2f) })
            {
                twins.Agree(d =>
                {
                    var y = d.Put(new Shape(length), values);
                    d.Do(new DropOut(y, Seed, 7, threshold, scale, new StepValues { Step = 12345 }));
                    return d.Take(y);
                });
            }
        }
    }

    [Fact]
    public void DropOut_EachElement_IsKeptByItsWordOfThePhiloxCounter()
    {
        var threshold = Philox4x32.Block(Seed, new PhiloxBlock(3, 0, 3, 4))[1];
        var y = new float[1001];
        using var device = new ReferenceDevice();
        var step = new StepValues();
        var tensor = device.Allocate(new Shape(y.Length));
        var work = device.Prepare(new DropOut(tensor, Seed, 3, threshold, 1.3333334f, step));
        foreach (var number in new uint[] { 0, 99 })
        {
            step.Step = number;
            device.Write(Enumerable.Repeat(-3f, y.Length).ToArray(), tensor);
            work();
            device.Read(tensor, y);
            Assert.All(y, (value, i) =>
            {
                var word = Philox4x32.Block(Seed, new PhiloxBlock((uint)i / 4, number, 3, 4))[(uint)i];
                Assert.Equal(Bits.Of([word >= threshold ? -3f * 1.3333334f : 0f]), Bits.Of([value]));
            });
        }
    }
}
