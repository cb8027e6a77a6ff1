using Ledger.Application.Differences;

namespace Ledger.Application.Tests.Differences;

public sealed class WeightTallyTests
{
    [Fact]
    public void Distance_OfKnownVectors_IsTheirs()
    {
        var distance = Tally((3, 4), (4, 3)).Distance;

        Assert.Equal((2L, 0L, 2L), (distance.Shared, distance.EqualBits, distance.SameSign));
        Assert.Equal((0.96, 5.0, 5.0), (Math.Round(distance.Cosine!.Value, 12), distance.NormA, distance.NormB));
        Assert.Equal(Math.Sqrt(2), distance.L2);
    }

    [Fact]
    public void Distance_OfOppositeSignsAndZero_AgreesInNone()
    {
        var distance = Tally((1, -1), (0, 1), (-2, 0)).Distance;

        Assert.Equal(0, distance.SameSign);
    }

    [Fact]
    public void Cosine_WithAZeroVector_IsAbsent() => Assert.Null(Tally((0, 1), (0, 2)).Distance.Cosine);

    [Fact]
    public void EqualBits_OfTheTwoZeros_TellsThemApartThoughTheirDistanceIsNone()
    {
        var distance = Tally((0f, -0f)).Distance;

        Assert.Equal(0, distance.EqualBits);
        Assert.Equal([1L], distance.Ulps);
    }

    [Fact]
    public void Add_OfAnotherTally_IsAddingItsWeights()
    {
        var parts = Tally((1, 2));
        parts.Add(Tally((-3, 5), (0.5f, 0.25f)));
        var (sum, whole) = (parts.Distance, Tally((1, 2), (-3, 5), (0.5f, 0.25f)).Distance);

        Assert.Equal(whole with { Ulps = sum.Ulps }, sum);
        Assert.Equal(whole.Ulps, sum.Ulps);
    }

    [Theory]
    [InlineData(1f, 1f, 0)]
    [InlineData(1f, 1.0000001f, 1)]
    [InlineData(-1f, -1.0000001f, 1)]
    [InlineData(1f, 0.99999994f, 1)]
    [InlineData(1f, 2f, 1 << 23)]
    [InlineData(float.Epsilon, -float.Epsilon, 2)]
    [InlineData(0f, -0f, 0)]
    [InlineData(float.MaxValue, -float.MaxValue, 2L * 0x7F7FFFFF)]
    public void Ulps_BetweenTwoNumbers_CountTheRepresentableSteps(float a, float b, long steps) => Assert.Equal((steps, steps), (UlpHistogram.Distance(a, b), UlpHistogram.Distance(b, a)));

    [Theory]
    [InlineData(0, 0, "0")]
    [InlineData(1, 1, "1")]
    [InlineData(2, 2, "2–3")]
    [InlineData(3, 2, "2–3")]
    [InlineData(4, 3, "4–7")]
    [InlineData(uint.MaxValue, 32, "2147483648–4294967295")]
    public void Bin_OfADistance_IsItsPowerOfTwo(long distance, int bin, string name)
    {
        Assert.Equal(bin, UlpHistogram.BinOf(distance));
        Assert.Equal(name, UlpHistogram.NameOf(bin));
    }

    private static WeightTally Tally(params (float A, float B)[] weights)
    {
        var tally = new WeightTally();
        foreach (var (a, b) in weights)
        {
            tally.Add(a, b);
        }

        return tally;
    }
}
