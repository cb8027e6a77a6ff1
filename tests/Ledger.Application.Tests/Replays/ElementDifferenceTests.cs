using Ledger.Arithmetic.Tensors;
using Ledger.Application.Replays.Bisection;

namespace Ledger.Application.Tests.Replays;

public sealed class ElementDifferenceTests
{
    [Theory]
    [InlineData(1f, 1f, 0)]
    [InlineData(1f, 1.0000001f, 1)]
    [InlineData(-1f, -1.0000001f, 1)]
    [InlineData(0f, -0f, 1)]
    [InlineData(1e-45f, -1e-45f, 3)]
    [InlineData(1f, 2f, 1 << 23)]
    [InlineData(float.MaxValue, float.PositiveInfinity, 1)]
    public void Ulps_CountsRepresentableNumbers(float a, float b, long ulps)
    {
        Assert.Equal(ulps, Of(a, b).Ulps);
        Assert.Equal(ulps, Of(b, a).Ulps);
    }

    [Fact]
    public void Describe_TellsBitsAndValues() => Assert.Equal(
        "fc1.weight[2, 3]: fast 0x3f800001 (1.0000001), reference 0x3f800000 (1), 1 ulp apart",
        (Of(1.0000001f, 1f) with { Place = ElementDifference.Coordinates(23, new Shape(3, 10)) }).Describe("fast", "reference"));

    private static ElementDifference Of(float found, float wanted) =>
        new("fc1.weight", 23, "[23]", BitConverter.SingleToUInt32Bits(found), BitConverter.SingleToUInt32Bits(wanted));
}
