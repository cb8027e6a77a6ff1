using Ledger.Arithmetic.Devices;
using Ledger.Arithmetic.Operations;
using Ledger.Arithmetic.Reference;
using Ledger.Arithmetic.Tensors;

namespace Ledger.Arithmetic.Tests.Fast;

/// <summary>Clipped gradients: fast equals reference, and the norm is the norm.</summary>
public sealed class ClipTests
{
    [Theory]
    [ClassData(typeof(FastDevices))]
    public void ClipGradients_AnyLengthAndMask_EqualsReferenceWhereKept(int threads, string kind)
    {
        using var twins = new Twins(threads, kind);
        foreach (var length in new[] { 1, 15, 63, 64, 65, 127, 128, 1000, 2047, 2048, 2049, 9001, 270_001 })
        {
            var drawn = HardValues.Draw(81, length);
            foreach (var offset in length > 10_000 ? [3] : new[] { -1, 0, 3 })
            {
                var mask = offset < 0 ? null : HardValues.DrawMask(82, length + offset, 4);
                bool Keeps(int i) => mask is null || HardValues.Keeps(mask, offset + i);
                var values = drawn.Select((g, i) => Keeps(i) ? g : float.NaN).ToArray();
                foreach (var norm in length > 10_000 ? [1f] : new[] { 1e-3f, 1f, 1e20f })
                {
                    twins.Agree(d =>
                    {
                        var gradients = d.Put(new Shape(length), values);
                        d.Do(new ClipGradients(gradients, d.BitsFrom(offset, 82, length), norm));
                        return [.. d.Take(gradients).Where((_, i) => Keeps(i))];
                    });
                }
            }
        }
    }

    [Fact]
    public void ClipGradients_LongerThanTheNorm_AreShortenedToIt()
    {
        using var device = new ReferenceDevice();
        var gradients = device.Put(new Shape(4), [3f, float.NaN, -4f, 0f]);
        device.Do(new ClipGradients(gradients, device.PlaceBits([0b1101], 4), 2.5f));
        Assert.Equal(Bits.Of([1.5f, float.NaN, -2f, 0f]), device.Take(gradients));
        device.Do(new ClipGradients(gradients, device.PlaceBits([0b1101], 4), 2.5f));
        Assert.Equal(Bits.Of([1.5f, float.NaN, -2f, 0f]), device.Take(gradients));
    }

    // Lane 0: 1 + 2⁻²⁴ rounds down each time; lanes 0 and 32 hold 1 and 64·2⁻²⁴ if the lane is the index mod 64.
    [Fact]
    public void Norm_ManyTinySquares_AreSummedInLanesOf64()
    {
        var gradients = new float[64 * 65];
        gradients[0] = 1f;
        for (var row = 1; row <= 64; row++)
        {
            gradients[64 * row] = gradients[64 * row + 32] = 1f / 4096f;
        }

        Assert.Equal(MathF.Sqrt(1f + 64f / 16777216f), Clipping.Norm(gradients, default));
    }

    [Theory]
    [ClassData(typeof(FastDevices))]
    public void ClipGradients_NormOverflows_IsReported(int threads, string kind)
    {
        using var twins = new Twins(threads, kind);
        foreach (var d in twins.Both)
        {
            var (shape, ring) = (new Shape(100), d.AllocateRing(1));
            var gradients = d.Put(shape, Enumerable.Repeat(1e19f, 100).ToArray());
            d.Do(new ClipGradients(gradients, null, 1f));
            d.Do(new SgdStep(d.Allocate(shape), gradients, d.Allocate(shape), null, null, 0f, 0f, false, new StepValues { Rate = 0.1f }, ring));
            Assert.Equal(new StepRecord(0f, 0, default, IsFinite: false), ring.Take());
        }
    }
}
