using Ledger.Events.Hashing;
using Ledger.Events.Recorded;
using Ledger.Events.Streams;
using Ledger.Store.Contract;

namespace Ledger.Application.History;

/// <summary>The stream of one attempt: who worked on a run, when and where, what was computed, and how it ended.</summary>
public sealed class AttemptLog
{
    private readonly IEventStore _store;
    private readonly StreamName _stream;
    private long _version;

    private AttemptLog(IEventStore store, StreamName stream) => (_store, _stream) = (store, stream);

    /// <summary>Begins an attempt.</summary>
    public static async Task<AttemptLog> Start(IEventStore store, Digest run, string name, EnvironmentReport environment, CancellationToken cancellation = default)
    {
        var metadata = environment.ToBytes();
        var log = new AttemptLog(store, StreamNames.Attempt(Digest.Of([.. metadata, .. run.ToBytes(), .. Guid.NewGuid().ToByteArray()])));
        await log.Append(new AttemptStarted(run, name, Digest.Of(metadata)), metadata, cancellation);
        return log;
    }

    /// <summary>Adds what happened next.</summary>
    public Task Append(ILedgerEvent recorded, CancellationToken cancellation = default) => Append(recorded, metadata: null, cancellation);

    private async Task Append(ILedgerEvent recorded, ReadOnlyMemory<byte>? metadata, CancellationToken cancellation)
    {
        await _store.Append(_stream, _version, [EventCatalogue.ToNew(recorded, metadata)], cancellation);
        _version++;
    }
}
