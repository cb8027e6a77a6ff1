using Ledger.Store.Contract;
using Ledger.Store.Postgres;
using Ledger.Store.Tests.Fixtures;

namespace Ledger.Store.Tests.Postgres;

/// <summary>Writers that are held up inside their transactions, and readers that follow.</summary>
public sealed class ConcurrencyTests : IDisposable
{
    private const int Writers = 4;
    private const int Batches = 25;
    private const int Events = 7;

    private readonly TestSchema _schema = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    // Triggers hold every transaction up at random: after its numbers were taken, and while its positions are said.
    [Fact]
    public async Task Subscribe_FourWritersWithDelaysInTransactions_SeesEveryEventOnceInOrder()
    {
        _schema.Run("""
            CREATE FUNCTION delay() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN PERFORM pg_sleep(random() * 0.01); RETURN NULL; END $$;
            CREATE TRIGGER delay AFTER INSERT ON mt_events FOR EACH STATEMENT EXECUTE FUNCTION delay();
            CREATE TRIGGER delay AFTER INSERT ON ledger_leaves FOR EACH STATEMENT EXECUTE FUNCTION delay();
            """);
        using var follower = _schema.Open(OpenMode.ReadOnly);
        var seen = Task.Run(() => follower.Subscribe(0, Cancellation).Take(Writers * Batches * Events).ToListAsync(Cancellation).AsTask(), Cancellation);

        await Task.WhenAll(Enumerable.Range(0, Writers).Select(writer => Task.Run(() => Write(writer), Cancellation)));

        var followed = await seen;
        Assert.Equal(Enumerable.Range(1, Writers * Batches * Events).Select(static position => (long)position), followed.Select(static stored => stored.Position));
        Assert.All(followed.GroupBy(static stored => stored.Stream), static stream => Assert.Equal(Enumerable.Range(1, Batches * Events).Select(static version => (long)version), stream.Select(static stored => stored.Version)));
        Assert.Empty(await follower.Verify(cancellation: Cancellation).ToListAsync(Cancellation));
    }

    [Fact]
    public async Task Append_ClockJumpsBack_IsNoTrouble()
    {
        var clock = new BackwardClock();
        using var store = PostgresLedgerStore.Open(_schema.Address, OpenMode.Existing, PostgresLedgerOptions.Default with { Clock = clock });
        for (var version = 0; version < 20; version += 5)
        {
            await store.Append(Samples.Stream("train", 1), version, Samples.Steps(version + 1, 5), Cancellation);
        }

        Assert.Equal(20, await store.ReadAll(cancellation: Cancellation).CountAsync(Cancellation));
        Assert.Empty(await store.Verify(cancellation: Cancellation).ToListAsync(Cancellation));
        Assert.Equal(4L, _schema.Run("SELECT count(DISTINCT timestamp) FROM mt_events WHERE timestamp < '2000-01-02'"));
    }

    [Theory]
    [InlineData("{ }")]
    [InlineData("""{"b":1,"a":2}""")]
    [InlineData("""{"a":1.5}""")]
    [InlineData("""{"a":-0}""")]
    [InlineData("""{"a":null}""")]
    [InlineData("""{"a":"\u0061"}""")]
    [InlineData("""{"a":1,"a":2}""")]
    [InlineData("nonsense")]
    [InlineData("")]
    public async Task Append_BodyThatJsonbWouldChange_IsRefused(string body)
    {
        using var store = _schema.Open();

        await Assert.ThrowsAsync<ArgumentException>(() => store.Append(Samples.Stream("train", 1), 0, [new("step_trained", System.Text.Encoding.UTF8.GetBytes(body))], Cancellation));
        Assert.Equal(0, await store.LastPosition(Cancellation));
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("\"text\"")]
    [InlineData("""{"":{},"a b":[[],{}],"aa":[1,-2,true],"b":{"c":"}]\\\"{[,:"},"ä":"\n","𝔸":"","ﬀ":false}""")]
    [InlineData("""{"a":{"a":{"a":{"a":{"a":{"a":{"a":{"a":{"a":{"a":{"a":{"a":{"a":{"a":{"a":{"a":{"a":{"a":1}}}}}}}}}}}}}}}}}}""")]
    [InlineData("""{"!":1,"#":2,"a":3,"a!":4,"ab":5,"b":9007199254740991}""")]
    public async Task Append_AnyCanonicalBody_ComesBackByteForByte(string body)
    {
        using var store = _schema.Open();
        var bytes = System.Text.Encoding.UTF8.GetBytes(body);

        await store.Append(Samples.Stream("train", 1), 0, [new("step_trained", bytes)], Cancellation);

        Assert.Equal(body, System.Text.Encoding.UTF8.GetString((await store.ReadEvent(Samples.Stream("train", 1), 1, Cancellation))!.Body.Span));
    }

    /// <inheritdoc/>
    public void Dispose() => _schema.Dispose();

    private async Task Write(int writer)
    {
        using var store = _schema.Open();
        for (var version = 0; version < Batches * Events; version += Events)
        {
            Assert.IsType<AppendResult.Appended>(await store.Append(Samples.Stream("train", writer), version, Samples.Steps(version + 1, Events), Cancellation));
        }
    }

    private sealed class BackwardClock : TimeProvider
    {
        private int _calls;

        public override DateTimeOffset GetUtcNow() => new DateTimeOffset(2000, 1, 1, 0, 0, 0, TimeSpan.Zero).AddHours(-_calls++);
    }
}
