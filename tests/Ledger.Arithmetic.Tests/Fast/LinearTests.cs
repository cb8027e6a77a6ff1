using Ledger.Arithmetic.Operations;
using Ledger.Arithmetic.Tensors;

namespace Ledger.Arithmetic.Tests.Fast;

/// <summary>The products of a linear layer: fast equals reference.</summary>
public sealed class LinearTests
{
    [Theory]
    [ClassData(typeof(FastDevices))]
    public void MatrixProduct_HardValues_EqualsReference(int threads, string kind)
    {
        using var twins = new Twins(threads, kind);
        foreach (var (b, i, o) in LinearShapes.All)
        {
            var (x, w) = (HardValues.Draw(1, b * i), HardValues.Draw(2, i * o));
            twins.Agree(d =>
            {
                var y = d.Allocate(new Shape(b, o));
                d.Do(new MatrixProduct(d.Put(new Shape(b, i), x), d.Put(new Shape(i, o), w), null, y));
                return d.Take(y);
            });
        }
    }

    [Theory]
    [ClassData(typeof(FastDevices))]
    public void MatrixProduct_MaskedWeights_EqualsReferenceThatSkips(int threads, string kind)
    {
        using var twins = new Twins(threads, kind);
        foreach (var (b, i, o) in LinearShapes.All)
        {
            var (x, w, mask) = (HardValues.Draw(3, b * i), HardValues.Draw(4, i * o), HardValues.DrawMask(5, i * o, 3));
            Mask(w, mask);
            twins.Agree(d =>
            {
                var y = d.Allocate(new Shape(b, o));
                d.Do(new MatrixProduct(d.Put(new Shape(b, i), x), d.Put(new Shape(i, o), w), d.PlaceBits(mask, i * o), y));
                return d.Take(y);
            });
        }
    }

    [Theory]
    [ClassData(typeof(FastDevices))]
    public void MatrixProduct_InfinityAgainstMaskedWeight_EqualsReferenceThatSkips(int threads, string kind)
    {
        using var twins = new Twins(threads, kind);
        float[] x = [float.PositiveInfinity, 2f, 3f, 4f];
        float[] w = [0f, 1f, 5f, 7f];
        twins.Agree(d =>
        {
            var y = d.Allocate(new Shape(2, 2));
            d.Do(new MatrixProduct(d.Put(new Shape(2, 2), x), d.Put(new Shape(2, 2), w), d.PlaceBits([0b1110], 4), y));
            var bits = d.Take(y);
            Assert.Equal(10f, BitConverter.UInt32BitsToSingle(bits[0]));
            return bits;
        });
    }

    [Theory]
    [ClassData(typeof(FastDevices))]
    public void InputGradient_HardValues_EqualsReference(int threads, string kind)
    {
        using var twins = new Twins(threads, kind);
        foreach (var (b, i, o) in LinearShapes.All)
        {
            var (dy, w, mask) = (HardValues.Draw(6, b * o), HardValues.Draw(7, i * o), HardValues.DrawMask(8, i * o, 5));
            Mask(w, mask);
            twins.Agree(d =>
            {
                var (dense, masked) = (d.Allocate(new Shape(b, i)), d.Allocate(new Shape(b, i)));
                d.Do(new InputGradient(d.Put(new Shape(b, o), dy), d.Put(new Shape(i, o), w), null, dense));
                d.Do(new InputGradient(d.Put(new Shape(b, o), dy), d.Put(new Shape(i, o), w), d.PlaceBits(mask, i * o), masked));
                return [.. d.Take(dense), .. d.Take(masked)];
            });
        }
    }

    [Theory]
    [ClassData(typeof(FastDevices))]
    public void WeightGradient_HardValues_EqualsReference(int threads, string kind)
    {
        using var twins = new Twins(threads, kind);
        foreach (var (b, i, o) in LinearShapes.All)
        {
            var (x, dy) = (HardValues.Draw(9, b * i), HardValues.Draw(10, b * o));
            twins.Agree(d =>
            {
                var dw = d.Allocate(new Shape(i, o));
                d.Do(new WeightGradient(d.Put(new Shape(b, i), x), d.Put(new Shape(b, o), dy), null, dw));
                return d.Take(dw);
            });
        }
    }

    [Theory]
    [ClassData(typeof(FastDevices))]
    public void BiasGradient_HardValues_EqualsReference(int threads, string kind)
    {
        using var twins = new Twins(threads, kind);
        foreach (var (b, _, o) in LinearShapes.All)
        {
            var dy = HardValues.Draw(11, b * o);
            twins.Agree(d =>
            {
                var dbias = d.Allocate(new Shape(o));
                d.Do(new BiasGradient(d.Put(new Shape(b, o), dy), dbias));
                return d.Take(dbias);
            });
        }
    }

    private static void Mask(float[] w, byte[] mask)
    {
        for (var i = 0; i < w.Length; i++)
        {
            w[i] = HardValues.Keeps(mask, i) ? w[i] : 0f;
        }
    }
}
