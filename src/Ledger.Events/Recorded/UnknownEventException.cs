using Ledger.Events.Streams;

namespace Ledger.Events.Recorded;

/// <summary>A stored event has an alias that this version does not know.</summary>
public sealed class UnknownEventException(StoredEvent stored)
    : Exception($"{stored.Stream}, version {stored.Version} (position {stored.Position}): event type '{stored.Alias}' is unknown here; use the version of ledger that wrote it");
