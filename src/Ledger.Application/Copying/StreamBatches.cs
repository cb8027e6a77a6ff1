using Ledger.Events.Streams;

namespace Ledger.Application.Copying;

/// <summary>Gathers consecutive events of one stream, so that they are appended together and nothing changes its place.</summary>
/// <param name="append">Appends events to a stream after a version.</param>
public sealed class StreamBatches(Func<StreamName, long, IReadOnlyList<NewEvent>, Task> append)
{
    private const int Largest = 4096;

    private readonly List<NewEvent> _batch = [];
    private StreamName _stream;
    private long _after;

    /// <summary>Takes the next event.</summary>
    public async Task Add(StoredEvent stored)
    {
        if (_batch.Count == Largest || stored.Stream != _stream)
        {
            await Flush();
            (_stream, _after) = (stored.Stream, stored.Version - 1);
        }

        _batch.Add(new NewEvent(stored.Alias, stored.Body, stored.Metadata));
    }

    /// <summary>Appends what is left.</summary>
    public async Task Flush()
    {
        if (_batch.Count > 0)
        {
            await append(_stream, _after, [.. _batch]);
            _after += _batch.Count;
            _batch.Clear();
        }
    }
}
