using Ledger.Arithmetic.Random;

namespace Ledger.Arithmetic.Tests.Random;

public sealed class NormalDrawsTests
{
    [Fact]
    public void Fill_ManyDraws_HaveTheMomentsOfANormal()
    {
        var draws = Fill(seed: 42, layer: 0, deviation: 2.0, 1_000_000).Select(x => x / 2.0).ToArray();
        Assert.Equal(0.0, draws.Average(), 0.005);
        Assert.Equal(1.0, draws.Average(x => x * x), 0.005);
        Assert.Equal(0.0, draws.Average(x => x * x * x), 0.02);
        Assert.Equal(3.0, draws.Average(x => x * x * x * x), 0.05);
    }

    // Answers of an independent implementation of docs/arithmetic.md.
    [Fact]
    public void Fill_KnownAnswers_AreMet()
    {
        var draws = Fill(seed: 1, layer: 0, deviation: 1.0, 266_200);
        var digest = 0ul;
        for (var i = 0; i < draws.Length; i++)
        {
            digest += BitConverter.SingleToUInt32Bits(draws[i]) * (2ul * (ulong)i + 1);
        }

        Assert.Equal([0x3FD95C56, 0x3FC52C66, 0x3FC4EFEB, 0x3EC9EB2C, 0xBF9D6CCC, 0xBFFDEABE], Bits.Of(draws.AsSpan(0, 6)));
        Assert.Equal(0x2be2dffa81307077ul, digest);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(101)]
    public void Fill_ShorterSpan_IsAPrefix(int length) =>
        Assert.Equal(Fill(7, 1, 0.1, 200)[..length], Fill(7, 1, 0.1, length));

    [Fact]
    public void Fill_WordsOfItsStream_AreCosineAndSineOfBoxMuller()
    {
        var stream = new PhiloxStream(7, Purpose.Initialization, 3, 0);
        var draws = Fill(7, 3, 1.0, 2000);
        for (var m = 0; m < 1000; m++)
        {
            var radius = Math.Sqrt(-2 * Math.Log((stream.Word((uint)(2 * m)) + 0.5) / 4294967296.0));
            var angle = 2 * Math.PI * stream.Word((uint)(2 * m + 1)) / 4294967296.0;
            Assert.Equal(radius * Math.Cos(angle), draws[2 * m], 1e-6);
            Assert.Equal(radius * Math.Sin(angle), draws[2 * m + 1], 1e-6);
        }
    }

    private static float[] Fill(ulong seed, uint layer, double deviation, int length)
    {
        var target = new float[length];
        NormalDraws.Fill(seed, layer, deviation, target);
        return target;
    }
}
