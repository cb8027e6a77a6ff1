using System.Text;
using System.Text.Json;
using Ledger.Events.Hashing;
using Ledger.Events.Recorded;
using Ledger.Events.Streams;

namespace Ledger.Events.Tests.Recorded;

/// <summary>Every event type: its alias, its canonical body for ever, and its way back.</summary>
public sealed class EventCatalogueTests
{
    /// <summary>All known aliases.</summary>
    public static TheoryData<string> Aliases => [.. EventCatalogue.All.Keys.Order(StringComparer.Ordinal)];

    // LEDGER_WRITE_GOLDEN names the folder of the golden files in the sources; a published event's file is never rewritten.
    [Theory]
    [MemberData(nameof(Aliases))]
    public void ToNew_Sample_HasTheGoldenBody(string alias)
    {
        var body = EventCatalogue.ToNew(Sample(alias)).Body.ToArray();
        if (Environment.GetEnvironmentVariable("LEDGER_WRITE_GOLDEN") is { Length: > 0 } folder)
        {
            File.WriteAllBytes(Path.Combine(folder, $"{alias}.json"), body);
            return;
        }

        Assert.Equal(File.ReadAllText(Golden(alias)), Encoding.UTF8.GetString(body));
    }

    [Theory]
    [MemberData(nameof(Aliases))]
    public void Read_GoldenBody_ComesBackWithTheSameBytes(string alias)
    {
        var body = File.ReadAllBytes(Golden(alias));

        var recorded = EventCatalogue.Read(Stored(alias, body));

        Assert.IsType(EventCatalogue.All[alias], recorded);
        Assert.Equal(alias, EventCatalogue.ToNew(recorded).Alias);
        Assert.Equal(body, EventCatalogue.ToNew(recorded).Body.ToArray());
    }

    [Theory]
    [MemberData(nameof(Aliases))]
    public void Read_UnknownMember_IsMalformed(string alias)
    {
        var body = File.ReadAllText(Golden(alias));
        var longer = body == "{}" ? """{"zzz":1}""" : body[..^1] + ""","zzz":1}""";

        Assert.Throws<MalformedEventException>(() => EventCatalogue.Read(Stored(alias, Encoding.UTF8.GetBytes(longer))));
    }

    [Theory]
    [InlineData("step_trained", "")]
    [InlineData("step_trained", "[]")]
    [InlineData("step_trained", "null")]
    [InlineData("step_trained", "{}")]
    [InlineData("step_trained", """{"correct":1,"fingerprint":"00000000000000000000000000000000","loss":"0.5"}""")]
    [InlineData("step_trained", """{"correct":1,"fingerprint":"00","loss":"0.5","step":1}""")]
    [InlineData("step_trained", """{"correct":1,"fingerprint":"00000000000000000000000000000000","loss":"NaN","step":1}""")]
    [InlineData("step_trained", """{"correct":1,"fingerprint":"00000000000000000000000000000000","loss":0.5,"step":1}""")]
    [InlineData("step_trained", """{"correct":1,"fingerprint":"00000000000000000000000000000000","loss":"0.5","step":1,"step":2}""")]
    [InlineData("step_trained", """{"correct":"1","fingerprint":"00000000000000000000000000000000","loss":"0.5","step":1}""")]
    [InlineData("step_trained", """{"correct":1,"fingerprint":"00000000000000000000000000000000","loss":"0.5","step":99999999999}""")]
    [InlineData("run_completed", """{"result":null}""")]
    [InlineData("run_completed", """{"result":"abc"}""")]
    public void Read_DamagedBody_IsMalformed(string alias, string body) =>
        Assert.Throws<MalformedEventException>(() => EventCatalogue.Read(Stored(alias, Encoding.UTF8.GetBytes(body))));

    [Fact]
    public void Read_UnknownAlias_IsUnknown() =>
        Assert.Throws<UnknownEventException>(() => EventCatalogue.Read(Stored("step_trained_2", "{}"u8.ToArray())));

    [Fact]
    public void Read_AbsentOptionalMembers_AreNull()
    {
        var used = Assert.IsType<DerivationUsed>(EventCatalogue.Read(Stored("derivation_used", EventCatalogue.ToNew(((DerivationUsed)Sample("derivation_used")) with { Step = null, History = null }).Body)));
        var drawn = Assert.IsType<TicketDrawn>(EventCatalogue.Read(Stored("ticket_drawn", EventCatalogue.ToNew(((TicketDrawn)Sample("ticket_drawn")) with { Mask = null }).Body)));

        Assert.Null(used.Step);
        Assert.Null(used.History);
        Assert.Null(drawn.Mask);
    }

    [Fact]
    public void All_EveryRecordedType_IsKnown()
    {
        var recorded = typeof(ILedgerEvent).Assembly.GetTypes().Where(static type => type is { IsClass: true, IsAbstract: false } && typeof(ILedgerEvent).IsAssignableFrom(type));

        Assert.Equal(recorded.Select(static type => type.Name).Order(), EventCatalogue.All.Values.Select(static type => type.Name).Order());
        Assert.All(EventCatalogue.All.Values, static type => Assert.True(type.IsSealed));
    }

    // Ten million steps, a nine-digit loss with an exponent, a four-digit batch.
    [Theory]
    [InlineData(9_999_999, 1.1754944E-38f, 8192)]
    [InlineData(9_999_999, 0.000123456789f, 8192)]
    public void ToNew_LongestRealisticStep_TakesAtMost110Bytes(int step, float loss, int correct)
    {
        var body = EventCatalogue.ToNew(new StepTrained(step, loss, correct, new Hex128(ulong.MaxValue, ulong.MaxValue))).Body;

        Assert.InRange(body.Length, 1, 110);
    }

    private static ILedgerEvent Sample(string alias) => SampleEvents.All.Single(recorded => EventCatalogue.AliasOf(recorded.GetType()) == alias);

    private static string Golden(string alias) => Path.Combine(AppContext.BaseDirectory, "Golden", $"{alias}.json");

    private static StoredEvent Stored(string alias, ReadOnlyMemory<byte> body) => new(1, new StreamName("run-a"), 1, alias, body, null, default);
}
