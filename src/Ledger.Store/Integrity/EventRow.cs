using Ledger.Events.Hashing;
using Ledger.Events.Streams;

namespace Ledger.Store.Integrity;

/// <summary>An event as it is read to be checked.</summary>
/// <param name="Stored">The event; a hash that has not the length of one is all zeros.</param>
/// <param name="Leaf">Its leaf hash, where the store keeps it beside the event; null where it does not.</param>
/// <param name="Orphan">How the event names a stream that does not exist, for example <c>number 7</c>; null if its stream is there.</param>
internal readonly record struct EventRow(StoredEvent Stored, Digest? Leaf = null, string? Orphan = null);
