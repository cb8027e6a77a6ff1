using Ledger.Events.Hashing;

namespace Ledger.Store.Integrity;

/// <summary>A stored entry of the tree, as it is read to be checked.</summary>
/// <param name="Level">1 for 256 leaves, 2 for 65 536, and so on.</param>
/// <param name="Index">Which one of its level, from 0.</param>
/// <param name="Hash">The root over its leaves; null if what is stored has not the length of one.</param>
internal readonly record struct TreeRow(long Level, long Index, Digest? Hash);
