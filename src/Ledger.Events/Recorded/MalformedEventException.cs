using Ledger.Events.Streams;

namespace Ledger.Events.Recorded;

/// <summary>A stored event's body does not hold the record its alias promises.</summary>
public sealed class MalformedEventException(StoredEvent stored, Exception inner)
    : Exception($"{stored.Stream}, version {stored.Version} (position {stored.Position}): the body of this {stored.Alias} is damaged: {inner.Message}", inner);
