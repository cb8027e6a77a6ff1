using Ledger.Events.Hashing;
using Ledger.Events.Streams;

namespace Ledger.Store.Integrity;

/// <summary>What the next event of a stream follows; the default stands before the first.</summary>
/// <param name="Version">The version of the event before.</param>
/// <param name="Hash">Its stored hash.</param>
internal readonly record struct Link(long Version, Digest Hash)
{
    /// <summary>The link that an event leaves if its version is what it should be.</summary>
    public static Link After(StoredEvent stored) => new(stored.Version, stored.Hash);
}
