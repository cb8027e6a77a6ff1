using Ledger.Events.Specification;

namespace Ledger.Events.Tests.Specification;

/// <summary>The golden seeds were computed by another implementation (Python's hashlib).</summary>
public sealed class SeedRuleTests
{
    [Theory]
    [InlineData(0UL, 0, 5148919389667266060UL, 9592562256806181965UL, 6173520302969894590UL)]
    [InlineData(1UL, 0, 17698480213803901320UL, 6023035550097921183UL, 16231342011636407438UL)]
    [InlineData(1UL, 1, 8637617183093306244UL, 9699748960798300070UL, 6791329919515293390UL)]
    [InlineData(ulong.MaxValue, 999, 3063511280107855332UL, 2662643486580713256UL, 7039414838312015817UL)]
    public void Seeds_OfAReplicate_AreTheGoldenOnes(ulong experiment, int replicate, ulong run, ulong init, ulong order)
    {
        Assert.Equal(run, SeedRule.RunSeed(experiment, replicate));
        Assert.Equal(init, SeedRule.StreamSeed(run, SeedRule.InitStream));
        Assert.Equal(order, SeedRule.StreamSeed(run, SeedRule.OrderStream));
    }

    [Fact]
    public void RunSeed_NegativeReplicate_IsRefused() => Assert.Throws<ArgumentOutOfRangeException>(() => SeedRule.RunSeed(1, -1));
}
