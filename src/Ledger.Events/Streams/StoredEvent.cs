using Ledger.Events.Hashing;

namespace Ledger.Events.Streams;

/// <summary>An event as a store holds it.</summary>
/// <param name="Position">Place in the order of commits, from 1 without gaps.</param>
/// <param name="Stream">The stream it belongs to.</param>
/// <param name="Version">Place in its stream, from 1 without gaps.</param>
/// <param name="Alias">The stable name of its type.</param>
/// <param name="Body">Canonical JSON (RFC 8785), UTF-8.</param>
/// <param name="Metadata">Canonical JSON about when and where, or null.</param>
/// <param name="Hash">Its event hash, chained within the stream.</param>
public sealed record StoredEvent(long Position, StreamName Stream, long Version, string Alias, ReadOnlyMemory<byte> Body, ReadOnlyMemory<byte>? Metadata, Digest Hash);
