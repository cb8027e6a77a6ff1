using Ledger.Events.Recorded;
using Ledger.Events.Streams;

namespace Ledger.Application.Replays.Recorded;

/// <summary>A stored event, and whether it is as it was written.</summary>
public sealed record CheckedEvent(StoredEvent Stored, bool IsIntact)
{
    /// <summary>Stream and version, for people.</summary>
    public string Place => $"{Stored.Stream}, version {Stored.Version} (position {Stored.Position})";

    /// <summary>The record it holds, or null if its alteration made it unreadable.</summary>
    public ILedgerEvent? Read()
    {
        try
        {
            return EventCatalogue.Read(Stored);
        }
        catch (MalformedEventException) when (!IsIntact)
        {
            return null;
        }
    }
}
