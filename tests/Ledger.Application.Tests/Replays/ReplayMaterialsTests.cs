using Ledger.Application.Failures;
using Ledger.Application.Replays.Tasks;
using Ledger.Application.Tests.Scenarios;
using Ledger.Events.Hashing;
using Ledger.Training.Networks;
using Ledger.Training.States;

namespace Ledger.Application.Tests.Replays;

public sealed class ReplayMaterialsTests : IDisposable
{
    private static readonly NetworkDescription Network = MultilayerPerceptron.Of(2, 1);
    private static readonly NetworkState State = new(Network, [1, 2, 3]);
    private static readonly Digest Name = Digest.Of(StateFile.Write(State));

    private readonly Bench _bench = new();

    [Fact]
    public async Task Hold_OfWhatNobodyAwaits_HoldsNothing()
    {
        using var store = _bench.Open();
        var materials = new ReplayMaterials(store);
        materials.Hold(Name, State);

        Assert.Equal(0, materials.Held);
        await Assert.ThrowsAsync<EvidenceMissingException>(() => materials.State(Network, Name, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task State_FromSeedThatNothingMade_IsNotLookedUp() =>
        await Assert.ThrowsAsync<InvalidOperationException>(() => new ReplayMaterials(blobs: null).State(Network, Name, TestContext.Current.CancellationToken));

    [Fact]
    public async Task Release_ByTheLastOfTwo_LetsItGo()
    {
        using var store = _bench.Open();
        var materials = new ReplayMaterials(store);
        materials.Await(Name);
        materials.Await(Name);
        materials.Hold(Name, State);
        materials.Release(Name);

        Assert.Same(State, await materials.State(Network, Name, TestContext.Current.CancellationToken));
        materials.Release(Name);
        Assert.Equal(0, materials.Held);
    }

    public void Dispose() => _bench.Dispose();
}
