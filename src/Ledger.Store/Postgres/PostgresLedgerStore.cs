using Ledger.Events.Canonical;
using Ledger.Events.Hashing;
using Ledger.Events.Streams;
using Ledger.Store.Contract;
using Ledger.Store.Integrity;
using Ledger.Store.Migrations;
using Ledger.Store.Telemetry;
using Npgsql;

namespace Ledger.Store.Postgres;

/// <summary>
/// A ledger in a PostgreSQL database, in Marten's event tables (docs/postgres.md); any number of threads, programs and machines may use
/// it at once.
/// </summary>
public sealed class PostgresLedgerStore : ILedgerStore
{
    private readonly PostgresDatabase _database;
    private readonly Growth _growth = new();

    private PostgresLedgerStore(PostgresDatabase database) => _database = database;

    /// <inheritdoc/>
    public string Location => _database.Location;

    /// <inheritdoc/>
    public IReadModelStore Models => new PostgresReadModels(_database);

    /// <summary>Opens the ledger at an address.</summary>
    /// <exception cref="LedgerNotFoundException">There is no such database, or no ledger in it; <c>ledger store migrate</c> makes one.</exception>
    /// <exception cref="OlderLedgerException">An older version made it.</exception>
    /// <exception cref="NewerLedgerException">A newer version wrote it.</exception>
    /// <exception cref="CorruptLedgerException">Its tables are not those of a ledger.</exception>
    /// <exception cref="StoreUnreachableException">The server does not answer, or lets nobody in.</exception>
    public static PostgresLedgerStore Open(StoreAddress address, OpenMode mode, PostgresLedgerOptions? options = null)
    {
        var database = new PostgresDatabase(address, mode, options ?? PostgresLedgerOptions.Default);
        try
        {
            Wait(() => database.Use(connection => new PostgresSchema(database).Check(connection), CancellationToken.None));
            return new PostgresLedgerStore(database);
        }
        catch
        {
            database.Dispose();
            throw;
        }
    }

    /// <summary>Brings the ledger at an address up to date, or makes one; returns the migrations that were applied.</summary>
    /// <exception cref="StoreWriteException">The role may not make tables or roles.</exception>
    public static IReadOnlyList<Migration> Migrate(StoreAddress address, PostgresLedgerOptions? options = null)
    {
        using var database = new PostgresDatabase(address, OpenMode.Create, options ?? PostgresLedgerOptions.Default);
        return Wait(() => database.Write(connection => new PostgresSchema(database).Migrate(connection), CancellationToken.None));
    }

    /// <inheritdoc/>
    public async Task<AppendResult> Append(StreamName stream, long expectedVersion, IReadOnlyList<NewEvent> events, CancellationToken cancellation = default)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(expectedVersion);
        ArgumentOutOfRangeException.ThrowIfZero(events.Count, nameof(events));
        foreach (var added in events)
        {
            MetadataRule.Require(added);
            RequireCanonical(added);
        }

        _database.RequireWritable();
        return await StoreTelemetry.Append("postgresql", stream, events.Count, () => PostgresAppend.Run(_database, _growth, stream, expectedVersion, events, cancellation)).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public IAsyncEnumerable<StoredEvent> ReadStream(StreamName stream, long fromVersion = 1, CancellationToken cancellation = default) =>
        new ReadAhead(
            PostgresEvents.Page,
            stop => _database.Use(connection => new PostgresStreams(connection, stop).VersionOf(stream), stop),
            (after, stop) => _database.Use(connection => new PostgresEvents(connection, stop).OfStream(stream, after + 1), stop)).Read(fromVersion - 1, cancellation);

    /// <inheritdoc/>
    public Task<StoredEvent?> ReadEvent(StreamName stream, long version, CancellationToken cancellation = default) =>
        _database.Use(async connection => await new PostgresEvents(connection, cancellation).OfStream(stream, version, 1).ConfigureAwait(false) is [var stored] ? stored : null, cancellation);

    /// <inheritdoc/>
    public Task<long> VersionOf(StreamName stream, CancellationToken cancellation = default) =>
        _database.Use(connection => new PostgresStreams(connection, cancellation).VersionOf(stream), cancellation);

    /// <inheritdoc/>
    public IAsyncEnumerable<StoredEvent> ReadAll(long afterPosition = 0, string? exceptAlias = null, CancellationToken cancellation = default)
    {
        var size = exceptAlias is null ? PostgresEvents.Page : PostgresEvents.SparsePage;
        return new ReadAhead(
            size,
            LastPosition,
            (after, stop) => _database.Use(connection => new PostgresEvents(connection, stop).After(after, exceptAlias, size), stop)).Read(afterPosition, cancellation);
    }

    /// <inheritdoc/>
    public Task<long> LastPosition(CancellationToken cancellation = default) =>
        _database.Use(connection => connection.Command(Places.Last).Value<long>(cancellation), cancellation);

    /// <inheritdoc/>
    public IAsyncEnumerable<StoredEvent> Subscribe(long afterPosition, CancellationToken cancellation) =>
        new PostgresFollower(_database, (after, stop) => ReadAll(after, null, stop)).Follow(afterPosition, cancellation);

    /// <inheritdoc/>
    public IAsyncEnumerable<StreamName> StreamsStartingWith(string beginning, CancellationToken cancellation = default) =>
        Pages.Read<StreamName>(
            PostgresStreams.Page,
            page => _database.Use(connection => new PostgresStreams(connection, cancellation).StartingWith(beginning, page is [.., var last] ? last.Value : null), cancellation),
            cancellation);

    /// <inheritdoc/>
    public async Task<Digest> Put(BlobKind kind, ReadOnlyMemory<byte> content, CancellationToken cancellation = default)
    {
        var digest = Digest.Of(content.Span);
        await Put(kind, digest, new MemoryStream(content.ToArray(), writable: false), cancellation).ConfigureAwait(false);
        return digest;
    }

    /// <inheritdoc/>
    public Task Put(BlobKind kind, Digest digest, Stream content, CancellationToken cancellation = default) =>
        Write(connection => Blobs(connection, cancellation).Put(kind, digest, content), cancellation);

    /// <inheritdoc/>
    public Task<Stream?> OpenBlob(Digest digest, CancellationToken cancellation = default) =>
        _database.Use(connection => Blobs(connection, cancellation).Open(digest), cancellation);

    /// <inheritdoc/>
    public async Task<byte[]?> Get(Digest digest, CancellationToken cancellation = default) =>
        CheckedContent.Of(await GetUnchecked(digest, cancellation).ConfigureAwait(false), digest, Location);

    /// <inheritdoc/>
    public Task<byte[]?> GetUnchecked(Digest digest, CancellationToken cancellation = default) =>
        _database.Use(connection => Blobs(connection, cancellation).Content(digest), cancellation);

    /// <inheritdoc/>
    public Task<bool> Has(Digest digest, CancellationToken cancellation = default) =>
        _database.Use(connection => Blobs(connection, cancellation).Has(digest), cancellation);

    /// <inheritdoc/>
    public IAsyncEnumerable<BlobEntry> ListBlobs(CancellationToken cancellation = default) =>
        Pages.Read<BlobEntry>(
            PostgresBlobs.Page,
            page => _database.Use(connection => Blobs(connection, cancellation).After(page is [.., var last] ? last.Digest : null), cancellation),
            cancellation);

    /// <inheritdoc/>
    public Task<long> Remove(IReadOnlyCollection<Digest> digests, CancellationToken cancellation = default) =>
        _database.Write(connection => Blobs(connection, cancellation).Remove(digests), cancellation);

    /// <inheritdoc/>
    public Task Note(StreamName trajectory, int step, Digest state, CancellationToken cancellation = default) =>
        _database.Write(connection => Notes(connection, cancellation).Note(trajectory, step, state), cancellation);

    /// <inheritdoc/>
    public Task<CachedState?> Nearest(StreamName trajectory, int step, CancellationToken cancellation = default) =>
        _database.Use(connection => Notes(connection, cancellation).Nearest(trajectory, step), cancellation);

    /// <inheritdoc/>
    public IAsyncEnumerable<CachedState> ListStates(CancellationToken cancellation = default) =>
        Pages.Read<CachedState>(int.MaxValue, _ => _database.Use(connection => Notes(connection, cancellation).All(), cancellation), cancellation);

    /// <inheritdoc/>
    public Task Forget(StreamName trajectory, int step, CancellationToken cancellation = default) =>
        _database.Write(connection => Notes(connection, cancellation).Forget(trajectory, step), cancellation);

    /// <inheritdoc/>
    public Task Offer(StreamName work, string label, CancellationToken cancellation = default) =>
        _database.Write(connection => Leases(connection, cancellation).Offer(work, label), cancellation);

    /// <inheritdoc/>
    public Task<bool> Take(StreamName work, string label, string holder, TimeSpan duration, CancellationToken cancellation = default) =>
        _database.Write(connection => Leases(connection, cancellation).Take(work, label, holder, duration), cancellation);

    /// <inheritdoc/>
    public Task<bool> Renew(StreamName work, string holder, TimeSpan duration, CancellationToken cancellation = default) =>
        _database.Write(connection => Leases(connection, cancellation).Renew(work, holder, duration), cancellation);

    /// <inheritdoc/>
    public Task Release(StreamName work, string holder, CancellationToken cancellation = default) =>
        _database.Write(connection => Leases(connection, cancellation).Release(work, holder), cancellation);

    /// <inheritdoc/>
    public Task Forget(StreamName work, CancellationToken cancellation = default) =>
        _database.Write(connection => Leases(connection, cancellation).Forget(work), cancellation);

    /// <inheritdoc/>
    public Task<IReadOnlyList<Lease>> ListLeases(CancellationToken cancellation = default) =>
        _database.Use(connection => Leases(connection, cancellation).All(), cancellation);

    /// <inheritdoc/>
    public Task<IReadOnlyList<Digest>> ReadTile(int level, long index, int width, CancellationToken cancellation = default) =>
        _database.Use(connection => new PostgresTree(_database, connection).ReadTile(level, index, width, cancellation), cancellation);

    /// <inheritdoc/>
    public Task Compact(CancellationToken cancellation = default)
    {
        _database.RequireWritable();
        return _database.Use(connection => PostgresCompaction.Run(connection, cancellation), cancellation);
    }

    /// <inheritdoc/>
    public Task<StoreSizes> Measure(CancellationToken cancellation = default) =>
        _database.Use(connection => PostgresSizes.Of(connection, cancellation), cancellation);

    /// <inheritdoc/>
    public IAsyncEnumerable<IntegrityFinding> Verify(IProgress<double>? progress = null, int? jobs = null, CancellationToken cancellation = default) =>
        StoreTelemetry.Verify("postgresql", LedgerVerification.Findings(() => new PostgresVerificationSource(_database), jobs, progress, cancellation));

    /// <inheritdoc/>
    public void Dispose()
    {
        _database.Dispose();
        _growth.Dispose();
    }

    private static void RequireCanonical(NewEvent added)
    {
        if (!CanonicalJson.IsCanonical(added.Body.Span))
        {
            throw new ArgumentException($"{added.Alias}: the body is not canonical JSON, so its bytes would not come back as they are", nameof(added));
        }
    }

    private static T Wait<T>(Func<Task<T>> work) => Task.Run(work).GetAwaiter().GetResult();

    private PostgresBlobs Blobs(NpgsqlConnection connection, CancellationToken cancellation) => new(_database, connection, cancellation);

    private static PostgresStateNotes Notes(NpgsqlConnection connection, CancellationToken cancellation) => new(connection, cancellation);

    private static PostgresLeases Leases(NpgsqlConnection connection, CancellationToken cancellation) => new(connection, cancellation);

    private Task<bool> Write(Func<NpgsqlConnection, Task> work, CancellationToken cancellation) => _database.Write(
        async connection =>
        {
            await work(connection).ConfigureAwait(false);
            return true;
        },
        cancellation);
}
