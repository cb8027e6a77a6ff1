using Ledger.Events.Hashing;
using Ledger.Store.Contract;
using Ledger.Store.Postgres;
using Ledger.Store.Tests.Fixtures;
using Npgsql;

namespace Ledger.Store.Tests.Postgres;

/// <summary>Who records may add and do all of the daily work, and change nothing; triggers refuse it even to the owner.</summary>
public sealed class RoleTests : IDisposable
{
    private const string Denied = "42501";

    private readonly TestSchema _schema = new();
    private readonly string _role;

    /// <summary>A role with no right but to record.</summary>
    public RoleTests()
    {
        _role = $"{_schema.Name}_writer";
        _schema.Run($"CREATE ROLE {_role} LOGIN IN ROLE ledger_writer");
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>What would change evidence.</summary>
    public static TheoryData<string> Changes =>
    [
        "UPDATE mt_events SET data = '{}'", "DELETE FROM mt_events", "TRUNCATE mt_events",
        "UPDATE ledger_leaves SET position = position + 1", "DELETE FROM ledger_leaves", "TRUNCATE ledger_leaves",
        "UPDATE ledger_tree SET hash = ''", "DELETE FROM ledger_tree", "TRUNCATE ledger_tree",
        "UPDATE ledger_metadata SET metadata = ''", "DELETE FROM ledger_metadata", "TRUNCATE ledger_metadata",
        "UPDATE ledger_masks SET content = ''", "DELETE FROM ledger_masks", "TRUNCATE ledger_masks",
        "DELETE FROM ledger_migrations", "DELETE FROM mt_streams", "TRUNCATE mt_streams CASCADE",
    ];

    [Theory]
    [MemberData(nameof(Changes))]
    public void Change_ByTheOwner_IsRefusedByATrigger(string sql) =>
        Assert.Equal(PostgresFault.Guarded, Assert.Throws<PostgresException>(() => _schema.Run(sql)).SqlState);

    [Theory]
    [MemberData(nameof(Changes))]
    [InlineData("UPDATE mt_streams SET version = 0")]
    [InlineData("ALTER TABLE mt_events DISABLE TRIGGER ALL")]
    [InlineData("SET session_replication_role = replica")]
    [InlineData("DROP TABLE ledger_leaves")]
    [InlineData("CREATE TABLE x(a int)")]
    public void Change_ByTheWriter_IsDenied(string sql) =>
        Assert.Equal(Denied, Assert.Throws<PostgresException>(() => _schema.Run($"SET SESSION AUTHORIZATION {_role}; {sql}")).SqlState);

    [Fact]
    public async Task Writer_DoesTheDailyWork()
    {
        using var store = LedgerStores.Open(StoreAddress.Parse($"{_schema.Url}&user={_role}"), OpenMode.Existing);
        var stream = Samples.Stream("train", 1);
        await store.Append(stream, 0, Samples.Steps(1, 300), Cancellation);
        await store.Append(stream, 300, Samples.Steps(301, 10), Cancellation);
        var mask = await store.Put(BlobKind.Mask, "mask"u8.ToArray(), Cancellation);
        var state = await store.Put(BlobKind.State, "state"u8.ToArray(), Cancellation);
        await store.Note(stream, 1, state, Cancellation);
        await store.Remove([state, mask], Cancellation);
        await store.Forget(stream, 1, Cancellation);
        Assert.True(await store.Take(stream, "x", "me", TimeSpan.FromHours(1), Cancellation));
        await store.Models.Save(new KeptModel("book", 1, 1, "x"u8.ToArray()), Cancellation);
        await store.Models.Save(new KeptModel("book", 1, 2, "y"u8.ToArray()), Cancellation);
        await store.Models.Drop(Cancellation);

        Assert.Equal(310L, _schema.Run("SELECT version FROM mt_streams"));
        Assert.Equal("mask"u8.ToArray(), await store.Get(mask, Cancellation));
        Assert.False(await store.Has(state, Cancellation));
        Assert.Empty(await store.Verify(cancellation: Cancellation).ToListAsync(Cancellation));
    }

    [Fact]
    public async Task Append_WithoutTheRight_CannotWrite()
    {
        _schema.Run($"REVOKE ledger_writer FROM {_role}; GRANT USAGE ON SCHEMA {_schema.Name} TO {_role}; GRANT SELECT ON ALL TABLES IN SCHEMA {_schema.Name} TO {_role}");
        using var store = LedgerStores.Open(StoreAddress.Parse($"{_schema.Url}&user={_role}"), OpenMode.Existing);

        await Assert.ThrowsAsync<StoreWriteException>(() => store.Append(Samples.Stream("train", 1), 0, Samples.Steps(1, 1), Cancellation));
        Assert.Equal(0, await store.LastPosition(Cancellation));
    }

    [Fact]
    public async Task Write_OpenedReadOnly_CannotWrite()
    {
        using var store = _schema.Open(OpenMode.ReadOnly);

        await Assert.ThrowsAsync<StoreWriteException>(() => store.Append(Samples.Stream("train", 1), 0, Samples.Steps(1, 1), Cancellation));
        await Assert.ThrowsAsync<StoreWriteException>(() => store.Put(BlobKind.State, "x"u8.ToArray(), Cancellation));
        Assert.False(await store.Has(Digest.Of("x"u8), Cancellation));
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _schema.Run($"DROP OWNED BY {_role}; DROP ROLE {_role}");
        _schema.Dispose();
    }
}
