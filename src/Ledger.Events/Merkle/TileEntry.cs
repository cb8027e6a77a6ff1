using Ledger.Events.Hashing;

namespace Ledger.Events.Merkle;

/// <summary>The root of a complete subtree, which never changes again.</summary>
/// <param name="Level">1 for 256 leaves, 2 for 65 536, and so on.</param>
/// <param name="Index">Which one of its level, from 0.</param>
/// <param name="Hash">The root over its leaves.</param>
public readonly record struct TileEntry(int Level, long Index, Digest Hash);
