using Ledger.Events.Hashing;

namespace Ledger.Store.Integrity;

/// <summary>What the next event of a stream follows; the default stands before the first.</summary>
/// <param name="Version">The version of the event before.</param>
/// <param name="Hash">Its stored hash.</param>
internal readonly record struct Link(long Version, Digest Hash);
