using Ledger.Training.Schedules;
using Ledger.Training.Tests.Fixtures;

namespace Ledger.Training.Tests.Schedules;

/// <summary>Every schedule against exact rational arithmetic, at its boundaries, and without allocation.</summary>
public sealed class SchedulesTests
{
    private static readonly MultiStepSchedule Drops = new(0.1m, [80, 120], 0.1m);

    private static readonly Schedule[] All =
    [
        Drops,
        new StepSchedule(0.1m, 30, 0.2m),
        new CosineSchedule(0.05m, 0.0001m, 200),
        new WarmUpSchedule(40, Drops),
        new WarmUpSchedule(40, new CosineSchedule(0.1m, 0m, 160, Start: 40)),
        new ConstantTailSchedule(Drops, 150, 0.05m),
        new CyclicTailSchedule(new WarmUpSchedule(20, Drops), 100, 25, 0.05m, 0.0001m),
    ];

    [Theory]
    [InlineData(0, 0.1f)]
    [InlineData(29, 0.1f)]
    [InlineData(30, 0.02f)]
    [InlineData(59, 0.02f)]
    [InlineData(60, 0.004f)]
    [InlineData(300, 1.024e-8f)]
    public void Step_LowersTheRateEverySoManySteps(int step, float rate) => Assert.Equal(rate, new StepSchedule(0.1m, 30, 0.2m).RateAt(step));

    [Theory]
    [InlineData(0, 0.0025f)]
    [InlineData(38, 0.0975f)]
    [InlineData(39, 0.1f)]
    [InlineData(40, 0.1f)]
    [InlineData(79, 0.1f)]
    [InlineData(80, 0.01f)]
    public void WarmUp_ReachesTheRateAndLeavesMilestonesInPlace(int step, float rate) => Assert.Equal(rate, new WarmUpSchedule(40, Drops).RateAt(step));

    [Theory]
    [InlineData(39, 0.1f)]
    [InlineData(40, 0.1f)]
    [InlineData(200, 0f)]
    [InlineData(1000, 0f)]
    public void WarmUp_BeforeACosine_JoinsIt(int step, float rate) =>
        Assert.Equal(rate, new WarmUpSchedule(40, new CosineSchedule(0.1m, 0m, 160, Start: 40)).RateAt(step));

    [Theory]
    [InlineData(79, 0.1f)]
    [InlineData(149, 0.001f)]
    [InlineData(150, 0.05f)]
    [InlineData(int.MaxValue, 0.05f)]
    public void ConstantTail_BeginsAtItsStep(int step, float rate) => Assert.Equal(rate, new ConstantTailSchedule(Drops, 150, 0.05m).RateAt(step));

    [Theory]
    [InlineData(99, 0.01f)]
    [InlineData(100, 0.0425f)]
    [InlineData(101, 0.035f)]
    [InlineData(103, 0.02f)]
    [InlineData(104, 0.0425f)]
    [InlineData(int.MaxValue, 0.02f)]
    public void CyclicTail_EveryCycleEndsAtTheLowRate(int step, float rate) =>
        Assert.Equal(rate, new CyclicTailSchedule(Drops, 100, 4, 0.05m, 0.02m).RateAt(step));

    [Fact]
    public void CyclicTail_OfOneStep_StaysLow() => Assert.Equal(0.02f, new CyclicTailSchedule(Drops, 0, 1, 0.05m, 0.02m).RateAt(7));

    [Theory]
    [InlineData("0.1", "0")]
    [InlineData("0.0512345678901234567890123456", "0.0000000000000000000000000001")]
    [InlineData("7", "0.3")]
    [InlineData("7.0000000000000000000000000001", "3")]
    [InlineData("79228162514264337593543950335", "0.0000000000000000000000000001")]
    [InlineData("0.0000000000000000000000000001", "0")]
    public void LinearRate_IsTheNearestOfTheExactRational(string high, string low)
    {
        var (from, to) = (decimal.Parse(high), decimal.Parse(low));
        foreach (var whole in new[] { 1, 2, 3, 7, 100, 391, 32_768, 1_000_003, int.MaxValue })
        {
            foreach (var part in new[] { 0, 1, whole / 3, whole / 2, whole - 1, whole }.Distinct())
            {
                var exact = (from * new ExactRatio(whole - part, whole)) + (to * new ExactRatio(part, whole));
                Assert.Equal(exact.Nearest(), LinearRate.At(from, to, part, whole));
                Assert.Equal(exact.Nearest(), LinearRate.AtAnySize(from, to, part, whole));
            }
        }
    }

    // 16 777 217 and 16 777 219 lie in the middle between two neighbours: ties go to the even one.
    [Fact]
    public void LinearRate_Ties_GoToTheEvenNeighbour()
    {
        Assert.Equal(16_777_216f, LinearRate.At(0, 16_777_217m, 1, 1));
        Assert.Equal(16_777_220f, LinearRate.At(0, 16_777_219m, 1, 1));
        Assert.Equal(1.5f, LinearRate.At(1, 1.5m + (1m / 8_388_608 / 2), 1, 1));
        Assert.Equal(MathF.BitIncrement(1.5f), LinearRate.At(1, 1.5m + (1m / 8_388_608 / 2) + 0.0000000000000000000000000001m, 1, 1));
    }

    [Fact]
    public void Copy_WithAnotherRate_RemembersNothing()
    {
        Assert.Equal(0.1f, Drops.RateAt(0));
        Assert.Equal(0.2f, (Drops with { Rate = 0.2m }).RateAt(0));
        Assert.Equal(0.03f, (new StepSchedule(0.3m, 1, 0.1m) with { Every = 2 }).RateAt(2));
    }

    [Fact]
    public void Equality_WhatIsRemembered_IsNoPartOfIt()
    {
        var (used, fresh) = (new StepSchedule(0.3m, 1, 0.1m), new StepSchedule(0.3m, 1, 0.1m));
        used.RateAt(5);

        Assert.Equal(fresh, used);
        Assert.Equal(fresh.GetHashCode(), used.GetHashCode());
        Assert.NotEqual(fresh, fresh with { Factor = 0.2m });
        Assert.NotEqual(fresh, fresh with { Every = 2 });
    }

    [Fact]
    public void RateAt_StepAfterStep_AllocatesNothing()
    {
        foreach (var schedule in All)
        {
            for (var step = 0; step < 400; step++)
            {
                schedule.RateAt(step);
            }

            var sum = schedule.RateAt(0) + schedule.RateAt(121);
            var before = GC.GetAllocatedBytesForCurrentThread();
            for (var step = 121; step < 150; step++)
            {
                sum += schedule.RateAt(step);
            }

            Assert.True(sum > 0);
            Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 0);
        }
    }
}
