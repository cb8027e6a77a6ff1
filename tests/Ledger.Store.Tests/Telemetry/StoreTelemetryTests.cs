using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using Ledger.Events.Streams;
using Ledger.Store.Contract;
using Ledger.Store.Sqlite;
using Ledger.Store.Telemetry;
using Ledger.Store.Tests.Fixtures;

namespace Ledger.Store.Tests.Telemetry;

/// <summary>Listeners hear of appends and verifications under the published names.</summary>
public sealed class StoreTelemetryTests
{
    private static readonly StreamName Stream = new("train-telemetry");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Append_Listened_TellsActivitiesAndCounts()
    {
        using var folder = new TemporaryFolder();
        using var store = SqliteLedgerStore.Open(folder.File("a.ledger"), OpenMode.Create);
        var activities = new ConcurrentQueue<Activity>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = static source => source.Name == StoreTelemetry.ActivitySourceName,
            Sample = static (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = activities.Enqueue,
        };
        ActivitySource.AddActivityListener(listener);
        using var counts = new MeterListener();
        var counted = 0L;
        counts.InstrumentPublished = static (instrument, meters) =>
        {
            if (instrument.Meter.Name == StoreTelemetry.MeterName && instrument.Name == StoreTelemetry.AppendedEvents)
            {
                meters.EnableMeasurementEvents(instrument);
            }
        };
        counts.SetMeasurementEventCallback<long>((_, count, _, _) => Interlocked.Add(ref counted, count));
        counts.Start();

        await store.Append(Stream, 0, Samples.Steps(1, 3), Cancellation);
        await store.Append(Stream, 5, Samples.Steps(6, 1), Cancellation);
        await store.Verify(cancellation: Cancellation).ToListAsync(Cancellation);

        var ours = activities.Where(static activity => (string?)activity.GetTagItem(StoreTelemetry.StreamTag) == Stream.Value).ToList();
        Assert.Equal(["appended", "conflict"], ours.Select(static activity => (string?)activity.GetTagItem(StoreTelemetry.ResultTag)));
        Assert.All(ours, static activity => Assert.Equal((StoreTelemetry.AppendActivity, "sqlite"), (activity.OperationName, (string?)activity.GetTagItem(StoreTelemetry.SystemTag))));
        Assert.Contains(activities, static activity => activity.OperationName == StoreTelemetry.VerifyActivity);
        Assert.True(counted >= 3);
    }
}
