namespace Ledger.Arithmetic.Tests.Fast;

/// <summary>Losses in binary64, to compare binary32 ones with.</summary>
internal static class Losses
{
    public static double[] LogSoftmax(double[] z, double temperature)
    {
        var logSum = Math.Log(z.Sum(value => Math.Exp(value / temperature)));
        return [.. z.Select(value => value / temperature - logSum)];
    }

    /// <summary>The loss, and its gradient by central differences, agree with what a kernel found.</summary>
    public static void AssertGradient(Func<double[], double> loss, float[] logits, float found, uint[] gradient)
    {
        const double h = 1e-5;
        var z = logits.Select(value => (double)value).ToArray();
        Assert.Equal(loss(z), found, 5e-6 * Math.Max(1, loss(z)));
        Assert.All(gradient, (bits, i) =>
        {
            var (up, down) = ((double[])z.Clone(), (double[])z.Clone());
            (up[i], down[i]) = (z[i] + h, z[i] - h);
            Assert.Equal((loss(up) - loss(down)) / (2 * h), BitConverter.UInt32BitsToSingle(bits), 1e-6);
        });
    }
}
