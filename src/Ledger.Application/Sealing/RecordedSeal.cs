using Ledger.Events.Seals;
using Ledger.Events.Streams;

namespace Ledger.Application.Sealing;

/// <summary>A seal that a ledger keeps.</summary>
/// <param name="Stream">The stream of its key.</param>
/// <param name="Version">Place in that stream.</param>
/// <param name="Position">Place among all events; the events it covers stand before it.</param>
/// <param name="Seal">The seal.</param>
public sealed record RecordedSeal(StreamName Stream, long Version, long Position, Seal Seal);
