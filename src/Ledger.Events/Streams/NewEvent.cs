namespace Ledger.Events.Streams;

/// <summary>An event to be appended.</summary>
/// <param name="Alias">The stable name of its type.</param>
/// <param name="Body">Canonical JSON (RFC 8785), UTF-8.</param>
/// <param name="Metadata">Canonical JSON about when and where, or null.</param>
public sealed record NewEvent(string Alias, ReadOnlyMemory<byte> Body, ReadOnlyMemory<byte>? Metadata = null);
