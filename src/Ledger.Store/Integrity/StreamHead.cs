using Ledger.Events.Streams;

namespace Ledger.Store.Integrity;

/// <summary>What a store notes of a stream.</summary>
/// <param name="Stream">Its name.</param>
/// <param name="Version">The version of its last event.</param>
internal readonly record struct StreamHead(StreamName Stream, long Version);
