using System.Runtime.CompilerServices;
using Ledger.Events.Hashing;
using Ledger.Events.Streams;
using Ledger.Store.Contract;
using Ledger.Store.Integrity;
using Ledger.Store.Migrations;
using Ledger.Store.Telemetry;

namespace Ledger.Store.Sqlite;

/// <summary>
/// A ledger in one SQLite file (docs/events.md). SQLite does its work on the caller's thread; several threads and several processes
/// may use the same file.
/// </summary>
public sealed class SqliteLedgerStore : ILedgerStore
{
    private readonly SqliteFile _file;
    private readonly SqliteReaders _readers;
    private readonly SqliteWriter _writer;

    private SqliteLedgerStore(SqliteFile file)
    {
        _file = file;
        _readers = new SqliteReaders(file);
        _writer = new SqliteWriter(file);
        Models = new SqliteReadModels(file, _readers, _writer);
    }

    /// <inheritdoc/>
    public string Location => _file.Path;

    /// <inheritdoc/>
    public IReadModelStore Models { get; }

    /// <summary>Opens the ledger at <paramref name="path"/>.</summary>
    /// <exception cref="LedgerNotFoundException">There is no such file and none may be made.</exception>
    /// <exception cref="CorruptLedgerException">The file is no ledger.</exception>
    /// <exception cref="NewerLedgerException">A newer version wrote it.</exception>
    /// <exception cref="StoreUnreachableException">Another process holds it.</exception>
    /// <exception cref="StoreWriteException">It, or its folder, cannot be written.</exception>
    public static SqliteLedgerStore Open(string path, OpenMode mode, SqliteLedgerOptions? options = null) =>
        new(SqliteFile.Find(path, mode, options ?? SqliteLedgerOptions.Default));

    /// <summary>Brings the ledger at <paramref name="path"/> up to date; returns the migrations that were applied.</summary>
    /// <exception cref="LedgerNotFoundException">There is no such file.</exception>
    public static IReadOnlyList<Migration> Migrate(string path, SqliteLedgerOptions? options = null) =>
        SqliteFile.Migrate(path, options ?? SqliteLedgerOptions.Default);

    /// <inheritdoc/>
    public Task<AppendResult> Append(StreamName stream, long expectedVersion, IReadOnlyList<NewEvent> events, CancellationToken cancellation = default)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(expectedVersion);
        ArgumentOutOfRangeException.ThrowIfZero(events.Count, nameof(events));
        foreach (var added in events)
        {
            MetadataRule.Require(added);
        }

        return StoreTelemetry.Append("sqlite", stream, events.Count, () => _writer.Write(session => new SqliteAppend(session, stream).Append(expectedVersion, events), cancellation));
    }

    /// <inheritdoc/>
    public IAsyncEnumerable<StoredEvent> ReadStream(StreamName stream, long fromVersion = 1, CancellationToken cancellation = default) =>
        Pages.Read<StoredEvent>(
            SqliteEvents.Page,
            page => Query(session => new SqliteEvents(session).OfStream(stream, page is [.., var last] ? last.Version + 1 : fromVersion)),
            cancellation);

    /// <inheritdoc/>
    public Task<StoredEvent?> ReadEvent(StreamName stream, long version, CancellationToken cancellation = default) =>
        Query(session => new SqliteEvents(session).At(stream, version), cancellation);

    /// <inheritdoc/>
    public Task<long> VersionOf(StreamName stream, CancellationToken cancellation = default) =>
        Query(session => new SqliteStreams(session).VersionOf(stream), cancellation);

    /// <inheritdoc/>
    public IAsyncEnumerable<StoredEvent> ReadAll(long afterPosition = 0, string? exceptAlias = null, CancellationToken cancellation = default) =>
        Pages.Read<StoredEvent>(
            SqliteEvents.Page,
            page => Query(session => new SqliteEvents(session).After(page is [.., var last] ? last.Position : afterPosition, exceptAlias)),
            cancellation);

    /// <inheritdoc/>
    public Task<long> LastPosition(CancellationToken cancellation = default) =>
        Query(static session => session.Number(SqliteEvents.LastPosition), cancellation);

    /// <inheritdoc/>
    public async IAsyncEnumerable<StoredEvent> Subscribe(long afterPosition, [EnumeratorCancellation] CancellationToken cancellation)
    {
        while (true)
        {
            await foreach (var stored in ReadAll(afterPosition, null, cancellation).ConfigureAwait(false))
            {
                afterPosition = stored.Position;
                yield return stored;
            }

            await Task.Delay(_file.Options.PollInterval, _file.Options.Clock, cancellation).ConfigureAwait(false);
        }
    }

    /// <inheritdoc/>
    public IAsyncEnumerable<StreamName> StreamsStartingWith(string beginning, CancellationToken cancellation = default) =>
        Pages.Read<StreamName>(
            SqliteStreams.Page,
            page => Query(session => new SqliteStreams(session).StartingWith(beginning, page is [.., var last] ? last.Value : null)),
            cancellation);

    /// <inheritdoc/>
    public async Task<Digest> Put(BlobKind kind, ReadOnlyMemory<byte> content, CancellationToken cancellation = default)
    {
        var digest = Digest.Of(content.Span);
        await Write(session => new SqliteBlobs(session).Put(digest, kind, content.Span), cancellation).ConfigureAwait(false);
        return digest;
    }

    /// <inheritdoc/>
    public Task Put(BlobKind kind, Digest digest, Stream content, CancellationToken cancellation = default) =>
        _writer.Write(session => new SqliteBlobs(session).Put(digest, kind, content, cancellation), cancellation);

    /// <inheritdoc/>
    public Task<Stream?> OpenBlob(Digest digest, CancellationToken cancellation = default) => Answer(() => _readers.OpenBlob(digest), cancellation);

    /// <inheritdoc/>
    public async Task<byte[]?> Get(Digest digest, CancellationToken cancellation = default) =>
        CheckedContent.Of(await GetUnchecked(digest, cancellation).ConfigureAwait(false), digest, Location);

    /// <inheritdoc/>
    public Task<byte[]?> GetUnchecked(Digest digest, CancellationToken cancellation = default) =>
        Query(session => new SqliteBlobs(session).Content(digest), cancellation);

    /// <inheritdoc/>
    public Task<bool> Has(Digest digest, CancellationToken cancellation = default) =>
        Query(session => new SqliteBlobs(session).Has(digest), cancellation);

    /// <inheritdoc/>
    public IAsyncEnumerable<BlobEntry> ListBlobs(CancellationToken cancellation = default) =>
        Pages.Read<BlobEntry>(
            SqliteBlobs.Page,
            page => Query(session => new SqliteBlobs(session).After(page is [.., var last] ? last.Digest : null)),
            cancellation);

    /// <inheritdoc/>
    public Task<long> Remove(IReadOnlyCollection<Digest> digests, CancellationToken cancellation = default) =>
        _writer.Write(session => new SqliteBlobs(session).Remove(digests), cancellation);

    /// <inheritdoc/>
    public Task Note(StreamName trajectory, int step, Digest state, CancellationToken cancellation = default) =>
        Write(session => new SqliteStateNotes(session).Note(trajectory, step, state), cancellation);

    /// <inheritdoc/>
    public Task<CachedState?> Nearest(StreamName trajectory, int step, CancellationToken cancellation = default) =>
        Query(session => new SqliteStateNotes(session).Nearest(trajectory, step), cancellation);

    /// <inheritdoc/>
    public IAsyncEnumerable<CachedState> ListStates(CancellationToken cancellation = default) =>
        Pages.Read<CachedState>(int.MaxValue, _ => Query(static session => new SqliteStateNotes(session).All()), cancellation);

    /// <inheritdoc/>
    public Task Forget(StreamName trajectory, int step, CancellationToken cancellation = default) =>
        Write(session => new SqliteStateNotes(session).Forget(trajectory, step), cancellation);

    /// <inheritdoc/>
    public Task Offer(StreamName work, string label, CancellationToken cancellation = default) =>
        Write(session => Leases(session).Offer(work, label), cancellation);

    /// <inheritdoc/>
    public Task<bool> Take(StreamName work, string label, string holder, TimeSpan duration, CancellationToken cancellation = default) =>
        _writer.Write(session => Leases(session).Take(work, label, holder, duration), cancellation);

    /// <inheritdoc/>
    public Task<bool> Renew(StreamName work, string holder, TimeSpan duration, CancellationToken cancellation = default) =>
        _writer.Write(session => Leases(session).Renew(work, holder, duration), cancellation);

    /// <inheritdoc/>
    public Task Release(StreamName work, string holder, CancellationToken cancellation = default) =>
        Write(session => Leases(session).Release(work, holder), cancellation);

    /// <inheritdoc/>
    public Task Forget(StreamName work, CancellationToken cancellation = default) =>
        Write(session => Leases(session).Forget(work), cancellation);

    /// <inheritdoc/>
    public Task<IReadOnlyList<Lease>> ListLeases(CancellationToken cancellation = default) =>
        Query(session => Leases(session).All(), cancellation);

    /// <inheritdoc/>
    public Task<IReadOnlyList<Digest>> ReadTile(int level, long index, int width, CancellationToken cancellation = default) =>
        Query(session => new SqliteTree(session).ReadTile(level, index, width, cancellation).GetAwaiter().GetResult(), cancellation);

    /// <inheritdoc/>
    public Task Compact(CancellationToken cancellation = default) => _writer.Alone(SqliteCompaction.Run, cancellation);

    /// <inheritdoc/>
    public Task<StoreSizes> Measure(CancellationToken cancellation = default) => Query(SqliteSizes.Of, cancellation);

    /// <inheritdoc/>
    public IAsyncEnumerable<IntegrityFinding> Verify(IProgress<double>? progress = null, int? jobs = null, CancellationToken cancellation = default) =>
        StoreTelemetry.Verify("sqlite", LedgerVerification.Findings(() => new SqliteVerificationSource(_file), jobs, progress, cancellation));

    /// <inheritdoc/>
    public void Dispose()
    {
        // The writer goes last: who closes the last connection merges the log into the file.
        _readers.Dispose();
        _writer.Dispose();
    }

    private SqliteLeases Leases(SqliteSession session) => new(session, _file.Options.Clock);

    private Task<bool> Write(Action<SqliteSession> work, CancellationToken cancellation) =>
        _writer.Write(
            session =>
            {
                work(session);
                return true;
            },
            cancellation);

    private Task<T> Query<T>(Func<SqliteSession, T> read, CancellationToken cancellation = default) => Answer(() => _readers.Read(read), cancellation);

    private static Task<T> Answer<T>(Func<T> read, CancellationToken cancellation)
    {
        try
        {
            cancellation.ThrowIfCancellationRequested();
            return Task.FromResult(read());
        }
        catch (OperationCanceledException)
        {
            return Task.FromCanceled<T>(cancellation);
        }
        catch (Exception exception)
        {
            return Task.FromException<T>(exception);
        }
    }
}
