using Ledger.Application.Bundles;
using Ledger.Application.Failures;
using Ledger.Application.Replays;
using Ledger.Application.Sealing;
using Ledger.Application.Tests.Scenarios;
using Ledger.Application.Verification;
using Ledger.Events.Merkle;
using Ledger.Events.Recorded;
using Ledger.Events.Seals;
using Ledger.Store.Contract;
using Ledger.Store.Sqlite;
using Microsoft.Data.Sqlite;

namespace Ledger.Application.Tests.Bundles;

public sealed class BundleTests : IDisposable
{
    // A prime: bytes of every member are among them.
    private static readonly int EachByte = Environment.GetEnvironmentVariable("LEDGER_LONG_TESTS") == "1" ? 1 : 7;

    private readonly Bench _bench = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private string BundlePath => _bench.LedgerPath + ".bundle";

    [Fact]
    public async Task Export_OfASealedLedger_HoldsAndCountsTheRunsLeftOut()
    {
        var runs = await _bench.Run(TinyExperiment.Specification, [0, 1, 2]);
        using var key = SealKey.Create();
        await _bench.Send(new SealLedger(key));
        var manifest = (await _bench.Send(new ExportRuns([runs[1].Run.ToBase32()], BundlePath))).Manifest;
        var report = await Verify();

        Assert.Empty(report.Findings);
        Assert.Equal(manifest.Digest(), report.Bundle!.Digest());
        Assert.Equal(key.Public.Fingerprint, manifest.Key);
        Assert.Equal((3, 2, 2), (manifest.StartedRuns.Started, manifest.StartedRuns.Missing, Assert.Single(manifest.StartedRuns.Experiments).Missing));
        Assert.Equal(runs[1].Result, Assert.Single(manifest.Runs).Result);
        Assert.True(manifest.Positions.Count > 1);
        Assert.Equal("synthetic", Assert.Single(manifest.Data).Set);
    }

    [Fact]
    public async Task Export_KeepsStreamsVersionsHashesAndOrder()
    {
        var runs = await _bench.Run(TinyExperiment.Specification, [0, 1]);
        var manifest = (await _bench.Send(new ExportRuns([runs[0].Run.ToBase32()], BundlePath))).Manifest;

        using var source = _bench.Open();
        using var bundle = OpenBundle();
        var leaves = await source.ReadAll().Select(EventLeaf.Of).ToListAsync(Token);
        var wanted = manifest.Leaves().SelectMany(range => leaves.Skip((int)range.First).Take((int)range.Count));
        Assert.Equal(wanted, await bundle.ReadAll().Select(EventLeaf.Of).ToListAsync(Token));
        Assert.Equal(await source.LastPosition(Token), manifest.Source.Events);
        Assert.Null(manifest.Key);
    }

    [Fact]
    public async Task Export_WithADispute_TakesEveryHistory()
    {
        await _bench.Run(TinyExperiment.Specification, new FaultyDevices(5));
        var run = await _bench.Run(TinyExperiment.Specification);
        await _bench.Send(new ReplayRun(run.Run));
        await _bench.Run(TinyExperiment.Specification);
        await _bench.Send(new ExportRuns([], BundlePath));

        using var bundle = OpenBundle();
        Assert.Equal(await _bench.History(), await History(bundle));
        Assert.Empty((await Verify()).Findings);
    }

    [Fact]
    public async Task Export_OverAFile_IsRefusedUnlessForced()
    {
        await _bench.Run(TinyExperiment.Specification);
        await _bench.Send(new ExportRuns([], BundlePath));
        await Assert.ThrowsAsync<LedgerConflictException>(() => _bench.Send(new ExportRuns([], BundlePath)));
        await _bench.Send(new ExportRuns([], BundlePath, Overwrite: true));

        Assert.Equal([Path.GetFileName(BundlePath)], Directory.GetFiles(Path.GetDirectoryName(BundlePath)!, "*bundle*").Select(Path.GetFileName));
    }

    [Fact]
    public async Task Open_OfABundleToWrite_IsRefused()
    {
        await _bench.Run(TinyExperiment.Specification);
        await _bench.Send(new ExportRuns([], BundlePath));

        var refused = Assert.Throws<StoreWriteException>(() => SqliteLedgerStore.Open(BundlePath, OpenMode.Create));
        Assert.Contains("ledger import", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("UPDATE events SET body = replace(body, '\"step\":3', '\"step\":4') WHERE alias = 'step_trained'")]
    [InlineData("UPDATE events SET alias = 'step_trainee' WHERE position = 20")]
    [InlineData("DELETE FROM events WHERE position = (SELECT max(position) FROM events)")]
    [InlineData("UPDATE streams SET name = replace(name, 'run-', 'rum-')")]
    [InlineData("UPDATE blobs SET content = zeroblob(length(content))")]
    [InlineData("DELETE FROM blobs")]
    [InlineData("INSERT INTO blobs SELECT X'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855', 'state', X'' WHERE 1")]
    [InlineData("INSERT INTO leases(work, label) VALUES('run-x', 'x')")]
    [InlineData("INSERT INTO read_models(name, form, position, content) VALUES('run_book', 1, 1, X'7b7d')")]
    [InlineData("INSERT INTO tree(level, entry, hash) VALUES(1, 0, zeroblob(32))")]
    [InlineData("UPDATE migrations SET checksum = zeroblob(32) WHERE number = 1")]
    [InlineData("DELETE FROM bundle WHERE name = 'manifest'")]
    [InlineData("DELETE FROM bundle WHERE name = 'seal'")]
    [InlineData("DELETE FROM bundle WHERE name = 'coverage'")]
    [InlineData("DELETE FROM bundle WHERE name <> 'manifest'")]
    [InlineData("UPDATE bundle SET name = 'other' WHERE name = 'seal'")]
    public async Task Import_OfAnAlteredBundle_IsRefusedAndWritesNothing(string alteration)
    {
        await Sealed();
        Alter(alteration);

        await AssertRefused(alteration);
    }

    [Theory]
    [InlineData("manifest")]
    [InlineData("seal")]
    [InlineData("coverage")]
    public async Task Verify_WithAByteOfAPartChanged_NamesIt(string part)
    {
        await Sealed();
        var content = Part(part);
        var unseen = new List<int>();
        for (var i = 0; i < content.Length; i += EachByte)
        {
            byte[] changed = [.. content[..i], (byte)(content[i] ^ 1), .. content[(i + 1)..]];
            Alter($"UPDATE bundle SET content = X'{Convert.ToHexString(changed)}' WHERE name = '{part}'");
            if (!(await Verify()).IsAltered)
            {
                unseen.Add(i);
            }
        }

        // The manifest also holds what nothing in the bundle can contradict: who wrote it, what the source held besides.
        Assert.All(unseen, i => Assert.True(part == "manifest" && IsClaim(content, i), $"byte {i} of {part}: …{System.Text.Encoding.UTF8.GetString(content.AsSpan(Math.Max(0, i - 40), Math.Min(40, i)))}"));
    }

    [Fact]
    public async Task Import_OfACutBundle_IsRefused()
    {
        await Sealed();
        var bytes = await File.ReadAllBytesAsync(BundlePath, Token);
        foreach (var length in new[] { bytes.Length - 1, bytes.Length - 4096, bytes.Length / 2, 4096, 10 })
        {
            await File.WriteAllBytesAsync(BundlePath, bytes[..length], Token);
            await AssertRefused($"cut to {length} bytes");
        }
    }

    public void Dispose() => _bench.Dispose();

    private async Task Sealed()
    {
        await _bench.Run(TinyExperiment.Specification.With(rounds: 1), [0, 1]);
        using var key = SealKey.Create();
        await _bench.Send(new SealLedger(key));
        await _bench.Send(new ExportRuns(["tiny.1"], BundlePath));
    }

    private SqliteLedgerStore OpenBundle() => SqliteLedgerStore.Open(BundlePath, OpenMode.ReadOnly);

    private byte[] Part(string name)
    {
        using var bundle = OpenBundle();
        return SqliteBundle.PartsOf(bundle)![name];
    }

    private async Task<VerificationReport> Verify()
    {
        using var bundle = OpenBundle();
        return await new VerifyLedgerHandler(bundle).Handle(new VerifyLedger(), Token);
    }

    private async Task AssertRefused(string alteration)
    {
        using var target = new Bench();
        var refused = await Record.ExceptionAsync(async () =>
        {
            using var bundle = OpenBundle();
            await target.Send(new ImportBundle(bundle));
        });
        Assert.True(refused is CorruptLedgerException or OlderLedgerException or UnknownEventException, $"{alteration}: {refused?.GetType().Name ?? "was taken"}");
        using var store = target.Open();
        Assert.Equal(0, await store.LastPosition(Token));
    }

    private void Alter(string sql)
    {
        using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = BundlePath, Pooling = false }.ConnectionString);
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        Assert.NotEqual(0, command.ExecuteNonQuery());
    }

    private static bool IsClaim(byte[] manifest, int at)
    {
        var before = System.Text.Encoding.UTF8.GetString(manifest.AsSpan(0, at));
        var member = new[] { "data", "program", "source", "startedRuns", "contents", "format", "key", "positions", "runs" }.MaxBy(name => before.LastIndexOf($"\"{name}\":", StringComparison.Ordinal));
        return member is "data" or "program" or "source" or "startedRuns";
    }

    private static async Task<IReadOnlyList<string>> History(SqliteLedgerStore store) => await store.ReadAll()
        .Where(static stored => stored.Stream.Prefix is not ("attempt" or "audit"))
        .Select(static stored => $"{stored.Stream} {stored.Version:D6} {stored.Hash}")
        .Order(StringComparer.Ordinal)
        .ToListAsync(Token);
}
