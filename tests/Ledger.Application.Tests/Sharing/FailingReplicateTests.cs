using Ledger.Application.Projections;
using Ledger.Application.Sharing;
using Ledger.Application.Tests.Scenarios;
using Ledger.Application.Training;
using Ledger.Arithmetic.Devices;
using Ledger.Events.Recorded;
using Ledger.Store.Contract;

namespace Ledger.Application.Tests.Sharing;

public sealed class FailingReplicateTests : IDisposable
{
    private readonly Laboratory _laboratory = new();
    private readonly CancellationToken _cancellation = TestContext.Current.CancellationToken;

    [Fact]
    public async Task Run_DeviceFailsInOneReplicate_TheOthersGoOn()
    {
        var outcomes = await Laboratory.Run(_laboratory.Machine(new FailingDevices(new InvalidOperationException("device lost"))), [0, 1]);

        Assert.Equal((null, "device lost"), (outcomes[0].Result, outcomes[0].Failure));
        Assert.IsType<InvalidOperationException>(outcomes[0].Fault);
        Assert.NotNull(outcomes[1].Result);
        Assert.Equal((RunStatus.Failed, "device lost"), (await Status(0), (await _laboratory.Booked(0)).Attempts[0].Reason));
        Assert.Equal(RunStatus.Done, await Status(1));
        Assert.Null(Assert.Single(await _laboratory.Store.ListLeases(_cancellation)).Holder);
    }

    [Fact]
    public async Task Run_AfterAFailure_FinishesIt()
    {
        await Laboratory.Run(_laboratory.Machine(new FailingDevices(new IOException("cable"))), [0]);

        Assert.NotNull((await Laboratory.Run(_laboratory.Machine(), [0]))[0].Result);
        Assert.Equal(RunStatus.Done, await Status(0));
    }

    [Fact]
    public async Task Run_StoreOrMemoryFails_StopsAll()
    {
        foreach (var failure in new Exception[] { new StoreWriteException("full"), new CorruptLedgerException("torn"), new InsufficientMemoryException("full") })
        {
            var thrown = await Assert.ThrowsAnyAsync<Exception>(() => Laboratory.Run(_laboratory.Machine(new FailingDevices(failure)), [0, 1]));
            Assert.Equal(failure.Message, thrown.Message);
        }

        Assert.DoesNotContain(await _laboratory.Store.ReadAll(cancellation: _cancellation).Select(EventCatalogue.Read).ToListAsync(_cancellation), static recorded => recorded is AttemptFailed);
    }

    public void Dispose() => _laboratory.Dispose();

    private async Task<RunStatus> Status(int replicate) => (await _laboratory.Booked(replicate)).Status;

    /// <summary>Devices of which the second cannot be made: the first tells its name, the second trains.</summary>
    private sealed class FailingDevices(Exception failure) : IDeviceFactory
    {
        private readonly CpuDevices _devices = new(1);
        private int _made;

        public IDevice CreateFast() => Interlocked.Increment(ref _made) == 2 ? throw failure : _devices.CreateFast();

        public IDevice CreateReference() => _devices.CreateReference();
    }
}
