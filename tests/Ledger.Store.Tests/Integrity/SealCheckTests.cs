using Ledger.Events.Hashing;
using Ledger.Events.Merkle;
using Ledger.Events.Recorded;
using Ledger.Events.Seals;
using Ledger.Events.Streams;
using Ledger.Store.Contract;
using Ledger.Store.Sqlite;
using Ledger.Store.Tests.Fixtures;

namespace Ledger.Store.Tests.Integrity;

/// <summary>Seals that do not fit, each written with a right chain and a right tree: only the seal itself tells.</summary>
public sealed class SealCheckTests : IDisposable
{
    private const int Events = 300;

    private readonly TemporaryFolder _folder = new();
    private readonly SealKey _key = SealKey.Create("lab.example/a");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Verify_SealThatFits_FindsNothing()
    {
        using var store = await Filled();
        await Record(store, LedgerSealed.Of(await Sealed(store, 257)));
        await Record(store, LedgerSealed.Of(await Sealed(store, Events)));

        Assert.Empty(await Findings(store));
    }

    [Fact]
    public async Task Verify_RootOfOtherEvents_IsNamed()
    {
        using var store = await Filled();
        await Record(store, LedgerSealed.Of(_key.Sign(new Checkpoint(_key.Origin, 257, Digest.Of("other"u8)))));

        await AssertBroken(store, "the first 257 events have root");
    }

    [Fact]
    public async Task Verify_SignatureOfAnotherKey_IsNamed()
    {
        using var store = await Filled();
        using var other = SealKey.Create(_key.Origin);
        var seal = await Sealed(store, Events);
        await Record(store, LedgerSealed.Of(seal with { Note = other.Sign(seal.Checkpoint).Note }));

        await AssertBroken(store, "not signed");
    }

    [Fact]
    public async Task Verify_MoreEventsThanThereAre_IsNamed()
    {
        using var store = await Filled();
        await Record(store, LedgerSealed.Of(_key.Sign(new Checkpoint(_key.Origin, Events + 1, Digest.Of("later"u8)))));

        await AssertBroken(store, "only 300 stand before it");
    }

    [Fact]
    public async Task Verify_StreamOfAnotherKey_IsNamed()
    {
        using var store = await Filled();
        await Record(store, LedgerSealed.Of(await Sealed(store, Events)), StreamName.Of("seal", Digest.Of("another key"u8)));

        await AssertBroken(store, "stream of another key");
    }

    [Fact]
    public async Task Verify_EventThatContradictsItsCheckpoint_IsNamed()
    {
        using var store = await Filled();
        await Record(store, LedgerSealed.Of(await Sealed(store, Events)) with { Size = 12 });

        await AssertBroken(store, "cannot be read");
    }

    public void Dispose()
    {
        _key.Dispose();
        _folder.Dispose();
    }

    private static async Task AssertBroken(ILedgerStore store, string trouble)
    {
        var finding = Assert.Single(await Findings(store));
        Assert.Equal((IntegrityKind.SealBroken, 1L, Events + 1L), (finding.Kind, finding.Version, finding.Position));
        Assert.Contains(trouble, finding.Message, StringComparison.Ordinal);
    }

    private static async Task<List<IntegrityFinding>> Findings(ILedgerStore store) => await store.Verify(cancellation: Cancellation).ToListAsync(Cancellation);

    private async Task<Seal> Sealed(ILedgerStore store, long size) =>
        _key.Sign(new Checkpoint(_key.Origin, size, await new MerkleTree(store).Root(size, Cancellation)));

    private async Task Record(ILedgerStore store, LedgerSealed recorded, StreamName? stream = null)
    {
        var name = stream ?? StreamName.Of("seal", _key.Public.Digest);
        await store.Append(name, await store.VersionOf(name, Cancellation), [EventCatalogue.ToNew(recorded)], Cancellation);
    }

    private async Task<ILedgerStore> Filled()
    {
        var store = SqliteLedgerStore.Open(_folder.File("sealed.db"), OpenMode.Create);
        await store.Append(new StreamName("train-a"), 0, [.. Enumerable.Range(1, Events).Select(static step => EventCatalogue.ToNew(new StepTrained(step, 0.5f, 1, new Hex128(1, 2))))], Cancellation);
        return store;
    }
}
