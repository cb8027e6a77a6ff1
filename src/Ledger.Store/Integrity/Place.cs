using Ledger.Events.Streams;

namespace Ledger.Store.Integrity;

/// <summary>An event's place in words.</summary>
internal static class Place
{
    /// <summary>Stream, version, position and alias.</summary>
    public static string Of(StoredEvent stored) => $"{stored.Stream}, version {stored.Version} (position {stored.Position}, {stored.Alias})";
}
