using Ledger.Training.Schedules;

namespace Ledger.Training.Tests.Schedules;

/// <summary>Learning rates: exact products of decimals, rounded once.</summary>
public sealed class MultiStepScheduleTests
{
    [Theory]
    [InlineData(0, 0.1f)]
    [InlineData(79, 0.1f)]
    [InlineData(80, 0.01f)]
    [InlineData(119, 0.01f)]
    [InlineData(120, 0.001f)]
    [InlineData(int.MaxValue, 0.001f)]
    public void RateAt_Milestones_LowersTheRateFromEachOn(int step, float rate) =>
        Assert.Equal(rate, new MultiStepSchedule(0.1m, [80, 120], 0.1m).RateAt(step));

    [Fact]
    public void RateAt_WithoutMilestones_IsConstant() => Assert.Equal(1.2e-3f, new MultiStepSchedule(0.0012m, [], 1m).RateAt(1_000_000));

    // 0.1f · 0.1f in binary32 is 0.010000001.
    [Fact]
    public void RateAt_Product_IsRoundedOnceAtTheEnd()
    {
        Assert.NotEqual(0.01f, 0.1f * 0.1f);
        Assert.Equal(0.01f, new MultiStepSchedule(0.1m, [0], 0.1m).RateAt(0));
    }

    // A decimal holds 28 digits: its own product of these is 0.
    [Fact]
    public void RateAt_ProductBeyondDecimal_IsStillExact()
    {
        var schedule = new MultiStepSchedule(0.3m, [.. Enumerable.Range(1, 35)], 0.1m);

        Assert.Equal(3e-36f, schedule.RateAt(35));
    }

    [Fact]
    public void ToBinary32_JustAboveAMidpoint_RoundsUpWhereACastRoundsDown()
    {
        const decimal value = 1.0000000596046447753906250001m;

        Assert.Equal(1f, (float)(double)value);
        Assert.Equal(1.00000011920928955078125f, Binary32.Of(value));
    }

    [Theory]
    [InlineData("0", 0x00000000u)]
    [InlineData("0.9", 0x3F666666u)]
    [InlineData("0.0005", 0x3A03126Fu)]
    [InlineData("0.0000000000000000000000000001", 0x10FD87B6u)]
    public void ToBinary32_Decimal_IsTheNearest(string value, uint bits) =>
        Assert.Equal(bits, BitConverter.SingleToUInt32Bits(Binary32.Of(decimal.Parse(value))));
}
