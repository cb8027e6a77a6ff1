using System.Text;
using Ledger.Events.Streams;

namespace Ledger.Cli.History;

/// <summary>A stored event on one line of JSON; body and metadata stand there byte for byte as they are stored and hashed.</summary>
internal static class EventJson
{
    /// <summary>The line.</summary>
    public static string Line(StoredEvent stored)
    {
        var metadata = stored.Metadata is { } bytes ? $",\"metadata\":{Encoding.UTF8.GetString(bytes.Span)}" : "";
        return $"{{\"position\":{stored.Position},\"stream\":\"{stored.Stream}\",\"version\":{stored.Version},\"type\":\"{stored.Alias}\",\"body\":{Encoding.UTF8.GetString(stored.Body.Span)}{metadata},\"hash\":\"{stored.Hash}\"}}";
    }
}
