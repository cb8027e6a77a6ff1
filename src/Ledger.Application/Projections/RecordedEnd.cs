using Ledger.Events.Hashing;

namespace Ledger.Application.Projections;

/// <summary>How a recorded history of a run ended.</summary>
/// <param name="Result">The result digest; absent if the run diverged.</param>
internal sealed record RecordedEnd(Digest? Result);
