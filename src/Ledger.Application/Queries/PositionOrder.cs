using Ledger.Events.Streams;

namespace Ledger.Application.Queries;

/// <summary>Brings events of several streams into the order of their commits, holding one event of each.</summary>
internal static class PositionOrder
{
    /// <summary>All events of sources that are in order themselves.</summary>
    public static async IAsyncEnumerable<StoredEvent> Merge(IReadOnlyList<IAsyncEnumerable<StoredEvent>> sources)
    {
        var next = new PriorityQueue<IAsyncEnumerator<StoredEvent>, long>();
        var open = sources.Select(static source => source.GetAsyncEnumerator()).ToArray();
        try
        {
            foreach (var source in open)
            {
                await Advance(source);
            }

            while (next.TryDequeue(out var first, out _))
            {
                yield return first.Current;
                await Advance(first);
            }
        }
        finally
        {
            foreach (var source in open)
            {
                await source.DisposeAsync();
            }
        }

        async Task Advance(IAsyncEnumerator<StoredEvent> source)
        {
            if (await source.MoveNextAsync())
            {
                next.Enqueue(source, source.Current.Position);
            }
        }
    }
}
