using Ledger.Store.Contract;

namespace Ledger.Application.Tests.Scenarios;

public sealed class CrashTests
{
    [Fact]
    public async Task Run_CrashedAtAnyWriteAndRunAgain_HasTheUndisturbedHistory()
    {
        using var undisturbed = new Bench();
        var wanted = await undisturbed.Run(TinyExperiment.Specification);
        var history = await undisturbed.History();
        var crashes = 0;
        for (var writes = 0; ; writes++)
        {
            using var bench = new Bench();
            CrashingStore? crashing = null;
            try
            {
                await bench.Run(TinyExperiment.Specification, around: store => crashing = new CrashingStore(store, writes));
            }
            catch (StoreWriteException)
            {
                crashes++;
            }

            var resumed = await bench.Run(TinyExperiment.Specification);
            Assert.Equal(wanted.Result, resumed.Result);
            Assert.Equal(history, await bench.History());
            if (!crashing!.HasCrashed)
            {
                break;
            }
        }

        Assert.True(crashes > 30, $"only {crashes} writes to crash at");
    }

    [Fact]
    public async Task Run_Cancelled_IsRecordedAsInterruptedAndContinues()
    {
        using var bench = new Bench();
        using var cancellation = new CancellationTokenSource();
        await cancellation.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => bench.Run(TinyExperiment.Specification, cancellation: cancellation.Token));

        Assert.NotNull((await bench.Run(TinyExperiment.Specification)).Result);
    }
}
