using System.Text;
using Ledger.Application.Failures;
using Ledger.Application.Projections;
using Ledger.Application.Sealing;
using Ledger.Application.Tests.Scenarios;
using Ledger.Events.Merkle;
using Ledger.Events.Seals;
using Ledger.Store.Contract;

namespace Ledger.Application.Tests.Sealing;

public sealed class SealLedgerTests : IDisposable
{
    private readonly Bench _bench = new();
    private readonly SealKey _key = SealKey.Create("lab.example/a");

    [Fact]
    public async Task Handle_RecordsASealOfTheEventsBeforeIt()
    {
        await _bench.Run(TinyExperiment.Specification);

        var report = await _bench.Send(new SealLedger(_key));

        using var store = _bench.Open();
        var recorded = Assert.Single(await store.Seals());
        Assert.Equal(report.Sealed.Size + 1, recorded.Position);
        Assert.Equal(recorded.Position, await store.LastPosition());
        Assert.True(recorded.Seal.IsSigned);
        Assert.Equal(report.Checkpoint, recorded.Seal.ToString());
        Assert.Equal(await PlainRoot(store, report.Sealed.Size), report.Sealed.Root);
        Assert.Equal($"ledger lab.example/a, {report.Sealed.Size} events, root {report.Sealed.Root}, key {_key.Public.Fingerprint}", report.Citation);
    }

    [Fact]
    public async Task Handle_SealedTwice_CoversTheFirstSeal()
    {
        await _bench.Run(TinyExperiment.Specification);

        var first = await _bench.Send(new SealLedger(_key));
        var second = await _bench.Send(new SealLedger(_key));

        Assert.Equal(first.Sealed.Size + 1, second.Sealed.Size);
    }

    [Fact]
    public async Task Handle_EmptyLedger_HasNothingToSeal() =>
        await Assert.ThrowsAsync<NotFoundException>(() => _bench.Send(new SealLedger(_key)));

    // The key has vouched for what was there: it must not vouch for something else.
    [Fact]
    public async Task Handle_HistoryWasRewritten_RefusesToSignTwoHistories()
    {
        await _bench.Run(TinyExperiment.Specification);
        await _bench.Send(new SealLedger(_key));
        _bench.Alter("UPDATE events SET hash = zeroblob(32) WHERE position = 3");

        await Assert.ThrowsAsync<CorruptLedgerException>(() => _bench.Send(new SealLedger(_key)));
    }

    [Fact]
    public async Task Projections_OfASealedLedger_AreThoseOfTheLedger()
    {
        await _bench.Run(TinyExperiment.Specification);
        var before = await Runs();

        await _bench.Send(new SealLedger(_key));

        Assert.Equal(before, await Runs());
    }

    [Fact]
    public void KeyFile_IsPrivateAndNeverOverwritten()
    {
        var path = Path.Combine(Path.GetDirectoryName(_bench.LedgerPath)!, "keys", "seal.pem");
        SealKeyFile.Write(_key, path);
        using var read = SealKeyFile.Read(path);

        Assert.Equal((_key.Public.Fingerprint, "lab.example/a"), (read.Public.Fingerprint, read.Origin));
        Assert.Equal(_key.Public.Fingerprint, TrustedKey.Read(SealKeyFile.PublicPath(path)).Fingerprint);
        Assert.True(OperatingSystem.IsWindows() || File.GetUnixFileMode(path) == (UnixFileMode.UserRead | UnixFileMode.UserWrite));
        Assert.Throws<FileExistsException>(() => SealKeyFile.Write(_key, path));
        File.Delete(path);
        Assert.Throws<FileExistsException>(() => SealKeyFile.Write(_key, path));
        Assert.Throws<NotFoundException>(() => SealKeyFile.Read(path));
        Assert.Throws<EvidenceMissingException>(() => SealKeyFile.Read(SealKeyFile.PublicPath(path)));
    }

    public void Dispose()
    {
        _key.Dispose();
        _bench.Dispose();
    }

    private static async Task<Events.Hashing.Digest> PlainRoot(ILedgerStore store, long size) =>
        TreeHash.Root([.. await store.ReadAll().Take((int)size).Select(EventLeaf.Of).ToListAsync()]);

    private async Task<string> Runs()
    {
        using var store = _bench.Open();
        var book = await new ProjectionRunner(store).Fold<RunBook>();
        return Encoding.UTF8.GetString(Events.Canonical.CanonicalJson.Serialize(book.Runs.Select(static run => new { run.Run, status = run.Status.ToString(), run.Result, steps = run.Steps }).ToArray()));
    }
}
