using System.Text;
using Ledger.Application.Failures;
using Ledger.Application.Proving;
using Ledger.Application.Sealing;
using Ledger.Application.Tests.Scenarios;
using Ledger.Events.Proofs;
using Ledger.Events.Seals;
using Ledger.Store.Contract;

namespace Ledger.Application.Tests.Proving;

public sealed class ProveTests : IDisposable
{
    private readonly Bench _bench = new();
    private readonly SealKey _key = SealKey.Create("lab.example/a");

    [Theory]
    [InlineData("tiny", "run_completed")]
    [InlineData("tiny/0", "ticket_drawn")]
    [InlineData("tiny/1:ticket", "ticket_drawn")]
    [InlineData("tiny/1:mask", "mask_drawn")]
    [InlineData("tiny/0:start", "weights_initialized")]
    [InlineData("tiny/0@0", "weights_initialized")]
    [InlineData("tiny/1:start", "weights_rewound")]
    [InlineData("tiny/0:end", "state_captured")]
    [InlineData("tiny/1@3", "step_trained")]
    [InlineData("#1", "experiment_declared")]
    public async Task ProveEvent_AnyAddress_ProvesTheEventMeant(string address, string alias)
    {
        await _bench.Run(TinyExperiment.Specification);
        await _bench.Send(new SealLedger(_key));

        var proof = ProofFile.Read((await _bench.Send(new ProveEvent(address))).ToBytes());

        Assert.Null(proof.Contradiction());
        Assert.Equal(alias, proof.Inclusion!.Event.Alias);
    }

    [Fact]
    public async Task ProveEvent_EveryEventOfALedger_Holds()
    {
        await _bench.Run(TinyExperiment.Specification);
        await _bench.Send(new SealLedger(_key));
        using var store = _bench.Open();
        var events = await store.ReadAll().ToListAsync();
        var resolver = new EventResolver(store, new Ledger.Application.Addresses.AddressResolver(store, new Ledger.Application.Addresses.OtherLedgers()));

        foreach (var stored in events.SkipLast(1))
        {
            var proof = await new ProveEventHandler(resolver).Handle(new ProveEvent($"{stored.Stream}@{stored.Version}"), TestContext.Current.CancellationToken);
            Assert.Null(proof.Contradiction());
            Assert.Equal((stored.Position - 1, stored.Hash), (proof.Inclusion!.Index, proof.Inclusion.Event.Hash));
        }
    }

    [Fact]
    public async Task ProveEvent_NotSealedYet_AsksForASeal()
    {
        await _bench.Run(TinyExperiment.Specification);
        await Assert.ThrowsAsync<EvidenceMissingException>(() => _bench.Send(new ProveEvent("tiny")));

        var seal = await _bench.Send(new SealLedger(_key));

        var thrown = await Assert.ThrowsAsync<EvidenceMissingException>(() => _bench.Send(new ProveEvent($"#{seal.Sealed.Size + 1}")));
        Assert.Contains("ledger seal", thrown.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("#0")]
    [InlineData("#99999")]
    [InlineData("#99999999999999999999")]
    [InlineData("run-aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa@1")]
    [InlineData("tiny/9")]
    public async Task ProveEvent_NoSuchEvent_IsNotFound(string address)
    {
        await _bench.Run(TinyExperiment.Specification);

        var thrown = await Assert.ThrowsAnyAsync<Exception>(() => _bench.Send(new ProveEvent(address)));
        Assert.True(thrown is NotFoundException or Ledger.Application.Addresses.MalformedAddressException, thrown.ToString());
    }

    [Fact]
    public async Task ProveEvent_AlteredEvent_IsCorrupt()
    {
        await _bench.Run(TinyExperiment.Specification);
        await _bench.Send(new SealLedger(_key));
        _bench.Alter("""UPDATE events SET body = replace(body, '"loss":"', '"loss":"1') WHERE alias = 'step_trained' AND version = 3""");

        await Assert.ThrowsAsync<CorruptLedgerException>(() => _bench.Send(new ProveEvent("tiny/0@2")));
    }

    [Fact]
    public async Task ProveGrowth_FromSealAndFromFile_Holds()
    {
        await _bench.Run(TinyExperiment.Specification);
        var first = await _bench.Send(new SealLedger(_key));
        await _bench.Run(TinyExperiment.Specification.With(rate: 0.01m));
        var second = await _bench.Send(new SealLedger(_key));
        var file = Path.Combine(Path.GetDirectoryName(_bench.LedgerPath)!, "first.seal");
        await File.WriteAllBytesAsync(file, Encoding.UTF8.GetBytes(first.Checkpoint), TestContext.Current.CancellationToken);

        foreach (var older in new[] { $"{first.Sealed.Size}", file })
        {
            var proof = ProofFile.Read((await _bench.Send(new ProveGrowth(older))).ToBytes());
            Assert.Null(proof.Contradiction());
            Assert.Equal((first.Checkpoint, second.Checkpoint), (proof.Consistency!.Older.Checkpoint, proof.Consistency.Newer.Checkpoint));
        }
    }

    [Fact]
    public async Task ProveGrowth_OfAnotherHistory_IsCorruptAndOfALargerOneMissing()
    {
        await _bench.Run(TinyExperiment.Specification);
        var seal = await _bench.Send(new SealLedger(_key));
        var other = _key.Sign(new Checkpoint(_key.Origin, 5, Events.Hashing.Digest.Of("other"u8)));
        var larger = _key.Sign(new Checkpoint(_key.Origin, seal.Sealed.Size + 9, Events.Hashing.Digest.Of("other"u8)));
        using var stranger = SealKey.Create(_key.Origin);

        await Assert.ThrowsAsync<CorruptLedgerException>(() => _bench.Send(new ProveGrowth(Written(other))));
        await Assert.ThrowsAsync<EvidenceMissingException>(() => _bench.Send(new ProveGrowth(Written(larger))));
        await Assert.ThrowsAsync<EvidenceMissingException>(() => _bench.Send(new ProveGrowth(Written(stranger.Sign(other.Checkpoint)))));
        await Assert.ThrowsAsync<NotFoundException>(() => _bench.Send(new ProveGrowth("nowhere.seal")));
    }

    public void Dispose()
    {
        _key.Dispose();
        _bench.Dispose();
    }

    private string Written(Seal seal)
    {
        var file = Path.Combine(Path.GetDirectoryName(_bench.LedgerPath)!, "written.seal");
        File.WriteAllText(file, seal.ToString());
        return file;
    }
}
