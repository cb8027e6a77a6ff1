using System.Text;
using System.Text.Json;
using Ledger.Events.Canonical;
using Ledger.Training.Schedules;

namespace Ledger.Tickets.Tests.Derivations;

/// <summary>Schedules as canonical JSON: the oldest without a kind, as keys hold it; all read back as what they were.</summary>
public sealed class ScheduleFormTests
{
    private static readonly MultiStepSchedule Drops = new(0.10m, [80, 120], 0.5m);

    /// <summary>A schedule and its form.</summary>
    public static TheoryData<Schedule, string> Forms => new()
    {
        { Drops, """{"factor":"0.5","milestones":[80,120],"rate":"0.1"}""" },
        { new StepSchedule(0.1m, 30, 0.2m), """{"every":30,"factor":"0.2","kind":"step/1","rate":"0.1"}""" },
        { new CosineSchedule(0.1m, 0m, 200, Start: 40), """{"every":1,"floor":"0","kind":"cosine/1","rate":"0.1","start":40,"steps":200}""" },
        { new WarmUpSchedule(40, Drops), """{"kind":"warm_up/1","steps":40,"then":{"factor":"0.5","milestones":[80,120],"rate":"0.1"}}""" },
        { new ConstantTailSchedule(Drops, 150, 0.05m), """{"first":{"factor":"0.5","milestones":[80,120],"rate":"0.1"},"from":150,"kind":"constant_tail/1","rate":"0.05"}""" },
        {
            new CyclicTailSchedule(new WarmUpSchedule(2, new StepSchedule(0.1m, 30, 0.2m)), 150, 25, 0.05m, 0.001m),
            """{"cycle":25,"first":{"kind":"warm_up/1","steps":2,"then":{"every":30,"factor":"0.2","kind":"step/1","rate":"0.1"}},"from":150,"high":"0.05","kind":"cyclic_tail/1","low":"0.001"}"""
        },
    };

    [Theory]
    [MemberData(nameof(Forms))]
    public void Serialize_AnySchedule_IsItsFormByItselfAndAsAMember(Schedule schedule, string form)
    {
        Assert.Equal(form, Encoding.UTF8.GetString(CanonicalJson.Serialize(schedule)));
        Assert.Equal($$"""{"schedule":{{form}}}""", Encoding.UTF8.GetString(CanonicalJson.Serialize(new Holder(schedule))));
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public void Deserialize_AnyForm_IsTheScheduleAgain(Schedule schedule, string form)
    {
        var read = CanonicalJson.Deserialize<Schedule>(Encoding.UTF8.GetBytes(form));

        Assert.Equal(schedule.GetType(), read.GetType());
        Assert.Equal(form, Encoding.UTF8.GetString(CanonicalJson.Serialize(read)));
        Assert.All(Enumerable.Range(0, 300), step => Assert.Equal(schedule.RateAt(step), read.RateAt(step)));
    }

    [Fact]
    public void Deserialize_AsTheOldestType_NeedsNoKind() =>
        Assert.Equal([80, 120], CanonicalJson.Deserialize<MultiStepSchedule>("""{"factor":"0.5","milestones":[80,120],"rate":"0.1"}"""u8).Milestones);

    [Theory]
    [InlineData("""{"kind":"cosine/2","rate":"0.1"}""", "cosine/2")]
    [InlineData("""{"kind":7,"rate":"0.1"}""", "7")]
    [InlineData("""{"every":30,"factor":"0.2","kind":"step/1"}""", "rate")]
    [InlineData("""{"every":30,"factor":"0.2","kind":"step/1","rate":"0.1","start":3}""", "start")]
    [InlineData("""{"every":30,"factor":"0.2","kind":"step/1","kind":"step/1","rate":"0.1"}""", "kind")]
    [InlineData("""[]""", "[]")]
    public void Deserialize_AnythingElse_IsRefused(string form, string named) =>
        Assert.Contains(named, Assert.ThrowsAny<JsonException>(() => CanonicalJson.Deserialize<Schedule>(Encoding.UTF8.GetBytes(form))).Message, StringComparison.Ordinal);

    [Fact]
    public void Deserialize_AsAnotherType_IsRefused() =>
        Assert.Contains("cosine/1", Assert.ThrowsAny<JsonException>(() => CanonicalJson.Deserialize<StepSchedule>("""{"every":30,"factor":"0.2","kind":"cosine/1","rate":"0.1"}"""u8)).ToString(), StringComparison.Ordinal);

    private sealed record Holder(Schedule Schedule);
}
