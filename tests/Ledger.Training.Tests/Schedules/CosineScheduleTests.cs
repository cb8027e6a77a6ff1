using Ledger.Arithmetic.Elementary;
using Ledger.Training.Schedules;

namespace Ledger.Training.Tests.Schedules;

/// <summary>The cosine against the library's, which is right to about a unit in the last place of binary64.</summary>
public sealed class CosineScheduleTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(391)]
    [InlineData(39_000)]
    [InlineData(int.MaxValue)]
    public void QuarterTurn_AnyPart_IsTheCosineNearItsZeroToo(int whole)
    {
        foreach (var part in Parts(whole))
        {
            // From the nearer end, because the library's angle loses its digits near π/2.
            var expected = part <= whole / 2 ? Math.Cos(Math.PI / 2 * part / whole) : Math.Sin(Math.PI / 2 * (whole - part) / whole);
            Assert.InRange(QuarterTurn.Cosine(part, whole), expected * (1 - 4e-16), expected * (1 + 4e-16));
        }
    }

    [Theory]
    [InlineData("0.1", "0", 391)]
    [InlineData("0.05", "0.0001", 39_000)]
    [InlineData("0.4", "0.3", 7)]
    public void RateAt_BetweenRateAndFloor_IsTheLibrarysToOneUnit(string rate, string floor, int steps)
    {
        var schedule = new CosineSchedule(decimal.Parse(rate), decimal.Parse(floor), steps);
        var (high, low) = (double.Parse(rate), double.Parse(floor));
        foreach (var step in Parts(steps))
        {
            var sine = Math.Sin(Math.PI / 2 * (steps - step) / steps);
            var expected = (float)(low + ((high - low) * sine * sine));
            Assert.InRange(schedule.RateAt(step), MathF.BitDecrement(expected), MathF.BitIncrement(expected));
        }
    }

    [Fact]
    public void RateAt_Ends_AreRateAndFloorThemselves()
    {
        var schedule = new CosineSchedule(0.1m, 0.003m, 100, Start: 50);

        Assert.Equal([0.1f, 0.1f, 0.003f, 0.003f], new[] { 0, 50, 150, int.MaxValue }.Select(schedule.RateAt));
        Assert.True(schedule.RateAt(51) < 0.1f);
        Assert.True(schedule.RateAt(149) > 0.003f);
    }

    [Fact]
    public void RateAt_HeldForAnEpoch_ChangesWithEpochs()
    {
        var (held, smooth) = (new CosineSchedule(0.1m, 0m, 300, Start: 10, Every: 30), new CosineSchedule(0.1m, 0m, 300, Start: 10));

        Assert.All(Enumerable.Range(0, 400), step => Assert.Equal(smooth.RateAt(Math.Max(0, step - 10) / 30 * 30 + 10), held.RateAt(step)));
    }

    // Computed by another implementation from docs/arithmetic.md.
    [Fact]
    public void RateAt_SomeSteps_HaveTheGoldenBits() => Assert.Equal(
        GoldenBits,
        new[] { 1, 130, 195, 196, 260, 389, 390 }.Select(static step => BitConverter.SingleToUInt32Bits(new CosineSchedule(0.1m, 0.0001m, 391).RateAt(step))));

    private static readonly uint[] GoldenBits = [0x3DCCCBF4, 0x3D99E367, 0x3D4DD3A5, 0x3D4C2ED0, 0x3CCF50C5, 0x38DF3D74, 0x38D518B2];

    private static IEnumerable<int> Parts(int whole) =>
        new[] { 0, 1, 2, whole / 3, whole / 2, whole / 2 + 1, whole - 2, whole - 1, whole }.Concat(Enumerable.Range(0, 200).Select(i => (int)((long)whole * i / 200))).Where(part => part >= 0 && part <= whole).Distinct();
}
