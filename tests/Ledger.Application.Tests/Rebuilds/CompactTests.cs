using Ledger.Application.Addresses;
using Ledger.Application.Rebuilds;
using Ledger.Application.Rebuilds.Compact;
using Ledger.Application.Storage;
using Ledger.Application.Tests.Scenarios;
using Ledger.Events.Hashing;

namespace Ledger.Application.Tests.Rebuilds;

/// <summary>A ticket's seed and mask are enough to make it again, bit for bit, in a ledger that has nothing.</summary>
public sealed class CompactTests : IDisposable
{
    private readonly Bench _bench = new();

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public async Task Rebuild_FromACompactFileAlone_HasTheRecordedDigest(int round)
    {
        var (target, file) = await Compact(round);
        using var elsewhere = new Bench();
        var (unpacked, plan) = await elsewhere.Send(new UnpackCompact(CompactFile.Read(file)));

        Assert.Equal(target.File, unpacked.File);
        Assert.Equal(target.File, Digest.Of(await elsewhere.Send(new Rebuild(unpacked, plan))));
    }

    [Fact]
    public async Task Write_WithStatesOrWithout_IsTheSameFile()
    {
        var (_, before) = await Compact(2);
        await _bench.Send(new CollectGarbage(AllStates: true, PlanOnly: false));
        var (_, after) = await Compact(2);

        Assert.Equal(before, after);
    }

    [Fact]
    public async Task Read_OfEveryShorterFile_IsRefused()
    {
        var (_, file) = await Compact(1);
        for (var length = 0; length < file.Length; length++)
        {
            Assert.Throws<MalformedCompactException>(() => CompactFile.Read(file[..length]));
        }
    }

    [Fact]
    public async Task Read_WithAByteChanged_IsRefused()
    {
        var (_, file) = await Compact(1);
        for (var i = 0; i < file.Length; i++)
        {
            var altered = (byte[])file.Clone();
            altered[i] ^= 0x10;
            Assert.Throws<MalformedCompactException>(() => CompactFile.Read(altered));
        }
    }

    public void Dispose() => _bench.Dispose();

    private async Task<(RebuildTarget Target, byte[] File)> Compact(int round)
    {
        await _bench.Run(TinyExperiment.Specification);
        using var store = _bench.Open();
        var address = await new AddressResolver(store, new OtherLedgers()).Resolve(Address.ParseRound($"tiny.0/{round}"), TestContext.Current.CancellationToken);
        var target = await _bench.Send(new ResolveTarget(address));
        return (target, await _bench.Send(new WriteCompact(target, Provenance.Of(target, address))));
    }
}
