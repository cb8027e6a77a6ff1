using Ledger.Events.Hashing;

namespace Ledger.Store.Contract;

/// <summary>One stored blob.</summary>
/// <param name="Digest">Under which it is stored.</param>
/// <param name="Kind">Evidence or cache.</param>
/// <param name="Length">Bytes.</param>
public sealed record BlobEntry(Digest Digest, BlobKind Kind, long Length);
