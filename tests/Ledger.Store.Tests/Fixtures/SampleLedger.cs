using Ledger.Events.Hashing;
using Ledger.Events.Streams;
using Ledger.Store.Contract;
using Ledger.Store.Sqlite;
using Microsoft.Data.Sqlite;

namespace Ledger.Store.Tests.Fixtures;

/// <summary>A small closed ledger file with one of everything, and the means to change it behind the store's back.</summary>
public sealed class SampleLedger : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private SampleLedger() => Path = _folder.File("sample.ledger");

    /// <summary>The file.</summary>
    public string Path { get; }

    /// <summary>Position 1, stream 1: an attempt, with metadata.</summary>
    public static StreamName Attempt { get; } = Samples.Stream("attempt", 1);

    /// <summary>Positions 2 to 6, stream 2: steps.</summary>
    public static StreamName Training { get; } = Samples.Stream("train", 1);

    /// <summary>Position 7, stream 3: a mask.</summary>
    public static StreamName Drawing { get; } = Samples.Stream("mask", 1);

    /// <summary>Writes the ledger and closes it.</summary>
    public static async Task<SampleLedger> Write(CancellationToken cancellation)
    {
        var ledger = new SampleLedger();
        using var store = SqliteLedgerStore.Open(ledger.Path, OpenMode.Create);
        await store.Append(Attempt, 0, [Samples.AttemptStarted()], cancellation);
        await store.Append(Training, 0, Samples.Steps(1, 5), cancellation);
        var mask = await store.Put(BlobKind.Mask, "mask bits"u8.ToArray(), cancellation);
        await store.Append(Drawing, 0, [Samples.MaskDrawn(mask)], cancellation);
        await store.Note(Training, 5, await store.Put(BlobKind.State, "weights"u8.ToArray(), cancellation), cancellation);
        return ledger;
    }

    /// <summary>Runs SQL as anybody with a SQLite shell could; answers the first value.</summary>
    public object? Tamper(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={Path};Pooling=False;Foreign Keys=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = $"PRAGMA synchronous = OFF; {sql}";
        return command.ExecuteScalar();
    }

    /// <summary>What verification finds.</summary>
    public async Task<List<IntegrityFinding>> Verify(CancellationToken cancellation)
    {
        using var store = SqliteLedgerStore.Open(Path, OpenMode.ReadOnly);
        return await store.Verify(cancellation: cancellation).ToListAsync(cancellation);
    }

    /// <summary>Everything that carries meaning, as text.</summary>
    public async Task<string> Content(CancellationToken cancellation)
    {
        using var store = SqliteLedgerStore.Open(Path, OpenMode.ReadOnly);
        var events = await store.ReadAll(cancellation: cancellation)
            .Select(static e => $"{e.Position} {e.Stream} {e.Version} {e.Alias} {Digest.Of(e.Body.Span)} {(e.Metadata is { } m ? Digest.Of(m.Span) : null)} {e.Hash}").ToListAsync(cancellation);
        var blobs = await store.ListBlobs(cancellation).Select(static entry => entry.ToString()).ToListAsync(cancellation);
        return string.Join('\n', [.. events, .. blobs]);
    }

    /// <inheritdoc/>
    public void Dispose() => _folder.Dispose();
}
