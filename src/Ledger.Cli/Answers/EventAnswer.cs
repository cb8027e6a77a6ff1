using System.Text.Json;
using Ledger.Events.Hashing;
using Ledger.Events.Streams;

namespace Ledger.Cli.Answers;

/// <summary>An event, one a line; body and metadata stand there byte for byte as they are stored and hashed.</summary>
/// <param name="Position">Its place in the order of commits.</param>
/// <param name="Stream">Its stream.</param>
/// <param name="Version">Its version there.</param>
/// <param name="Type">Its alias.</param>
/// <param name="Body">What happened, in canonical form.</param>
/// <param name="Metadata">When and where; absent for most events.</param>
/// <param name="Hash">Its hash, chained within the stream.</param>
public sealed record EventAnswer(long Position, StreamName Stream, long Version, string Type, JsonElement Body, JsonElement? Metadata, Digest Hash);
