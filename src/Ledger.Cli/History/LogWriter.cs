using Ledger.Cli.Screens;
using Ledger.Events.Recorded;
using Ledger.Events.Streams;

namespace Ledger.Cli.History;

/// <summary>Writes events as they come: a line each, or with <c>--json</c> an object a line that holds the canonical body.</summary>
internal sealed class LogWriter(Screen screen)
{
    /// <summary>Writes all events.</summary>
    public async Task Write(IAsyncEnumerable<StoredEvent> events, CancellationToken cancellation)
    {
        await foreach (var stored in events.WithCancellation(cancellation))
        {
            screen.Line(screen.IsJson ? EventJson.Line(stored) : Line(stored));
        }
    }

    private static string Line(StoredEvent stored) =>
        $"{stored.Position,7}  {Short(stored.Stream),-19} {stored.Version,5}  {stored.Alias,-20} {EventText.Of(EventCatalogue.Read(stored))}".TrimEnd();

    private static string Short(StreamName stream) =>
        $"{stream.Prefix}-{stream.Identity[..Math.Min(8, stream.Identity.Length)]}{(stream.Number > 1 ? $".{stream.Number}" : "")}";
}
