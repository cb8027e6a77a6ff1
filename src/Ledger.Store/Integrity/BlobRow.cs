using Ledger.Events.Hashing;

namespace Ledger.Store.Integrity;

/// <summary>A blob as it is read to be checked.</summary>
/// <param name="Name">The bytes of the digest that it is stored under, whatever their number.</param>
/// <param name="Kind">The kind as the store spells it: <c>mask</c> or <c>state</c>.</param>
/// <param name="Found">The digest of its content.</param>
/// <param name="Length">Bytes of its content.</param>
internal readonly record struct BlobRow(byte[] Name, string Kind, Digest Found, long Length);
