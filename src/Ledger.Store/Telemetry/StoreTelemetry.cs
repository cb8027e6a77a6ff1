using System.Diagnostics;
using System.Diagnostics.Metrics;
using Ledger.Events.Streams;
using Ledger.Store.Contract;

namespace Ledger.Store.Telemetry;

/// <summary>What stores tell OpenTelemetry, or any other listener, by name (docs/postgres.md).</summary>
public static class StoreTelemetry
{
    /// <summary>Name of the activity source.</summary>
    public const string ActivitySourceName = "Ledger.Store";

    /// <summary>Name of the meter.</summary>
    public const string MeterName = "Ledger.Store";

    /// <summary>The activity around one append; tags <see cref="SystemTag"/>, <see cref="StreamTag"/>, <see cref="EventsTag"/> and <see cref="ResultTag"/>.</summary>
    public const string AppendActivity = "ledger.append";

    /// <summary>The activity around one verification; tag <see cref="SystemTag"/>.</summary>
    public const string VerifyActivity = "ledger.verify";

    /// <summary>Counter of events that were appended and were not there before; tag <see cref="SystemTag"/>.</summary>
    public const string AppendedEvents = "ledger.events.appended";

    /// <summary>Counter of appends that met other events; tag <see cref="SystemTag"/>.</summary>
    public const string Conflicts = "ledger.append.conflicts";

    /// <summary>The kind of store: <c>sqlite</c> or <c>postgresql</c>.</summary>
    public const string SystemTag = "db.system.name";

    /// <summary>The stream's name.</summary>
    public const string StreamTag = "ledger.stream";

    /// <summary>How many events there were to append.</summary>
    public const string EventsTag = "ledger.events";

    /// <summary>What became of it: <c>appended</c> or <c>conflict</c>.</summary>
    public const string ResultTag = "ledger.result";

    private static readonly ActivitySource Source = new(ActivitySourceName);
    private static readonly Meter Meter = new(MeterName);
    private static readonly Counter<long> Appended = Meter.CreateCounter<long>(AppendedEvents, "{event}");
    private static readonly Counter<long> Met = Meter.CreateCounter<long>(Conflicts, "{append}");

    /// <summary>An append, told.</summary>
    internal static async Task<AppendResult> Append(string system, StreamName stream, int events, Func<Task<AppendResult>> append)
    {
        using var activity = Source.StartActivity(AppendActivity, ActivityKind.Client);
        activity?.SetTag(SystemTag, system).SetTag(StreamTag, stream.Value).SetTag(EventsTag, events);
        try
        {
            var result = await append().ConfigureAwait(false);
            activity?.SetTag(ResultTag, result is AppendResult.Appended ? "appended" : "conflict");
            var (counter, count) = result is AppendResult.Appended appended ? (Appended, (long)(events - appended.AlreadyThere)) : (Met, 1);
            counter.Add(count, new KeyValuePair<string, object?>(SystemTag, system));
            return result;
        }
        catch (Exception exception)
        {
            activity?.SetStatus(ActivityStatusCode.Error, exception.GetType().Name);
            throw;
        }
    }

    /// <summary>The findings of a verification, told.</summary>
    internal static async IAsyncEnumerable<IntegrityFinding> Verify(string system, IAsyncEnumerable<IntegrityFinding> findings)
    {
        using var activity = Source.StartActivity(VerifyActivity, ActivityKind.Client);
        activity?.SetTag(SystemTag, system);
        await foreach (var finding in findings.ConfigureAwait(false))
        {
            yield return finding;
        }
    }
}
