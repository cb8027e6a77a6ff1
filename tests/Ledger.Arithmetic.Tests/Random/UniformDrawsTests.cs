using Ledger.Arithmetic.Random;

namespace Ledger.Arithmetic.Tests.Random;

public sealed class UniformDrawsTests
{
    [Fact]
    public void Fill_ManyDraws_HaveTheMomentsOfAUniform()
    {
        var draws = Fill(seed: 42, layer: 0, bound: 2.0, 1_000_000).Select(x => x / 2.0).ToArray();
        Assert.Equal(0.0, draws.Average(), 0.005);
        Assert.Equal(1.0 / 3, draws.Average(x => x * x), 0.005);
        Assert.Equal(1.0 / 5, draws.Average(x => x * x * x * x), 0.005);
        Assert.All(draws, static x => Assert.InRange(x, -1.0, 1.0));
    }

    // Answers of an independent implementation of docs/arithmetic.md.
    [Fact]
    public void Fill_KnownAnswers_AreMet()
    {
        var draws = Fill(seed: 1, layer: 0, bound: 1.0, 266_200);
        var digest = 0ul;
        for (var i = 0; i < draws.Length; i++)
        {
            digest += BitConverter.SingleToUInt32Bits(draws[i]) * (2ul * (ulong)i + 1);
        }

        Assert.Equal([0xBF5B0823, 0xBF43F717, 0xBEDDEF53, 0xBF6B8D97, 0xBF5E6731, 0x3EA58D28], Bits.Of(draws.AsSpan(0, 6)));
        Assert.Equal(0x2bc88b34693f7893ul, digest);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(101)]
    public void Fill_ShorterSpan_IsAPrefix(int length) =>
        Assert.Equal(Fill(7, 1, 0.1, 200)[..length], Fill(7, 1, 0.1, length));

    private static float[] Fill(ulong seed, uint layer, double bound, int length)
    {
        var target = new float[length];
        UniformDraws.Fill(seed, layer, bound, target);
        return target;
    }
}
