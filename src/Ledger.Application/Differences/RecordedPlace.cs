namespace Ledger.Application.Differences;

/// <summary>What one side has at the place where two lineages part.</summary>
/// <param name="Derivation">The derivation, for people; nothing if the side has ended.</param>
/// <param name="Record">What is recorded of it, where the same was asked for and came out otherwise.</param>
/// <param name="IsAltered">True if the event does not have its hash: it was changed after it was written.</param>
/// <param name="IsRefuted">True if the reference kernels contradicted this history: it is the wrong one.</param>
/// <param name="IsDisputed">True if somebody contradicted this history.</param>
/// <param name="IsUnconfirmed">True if the history was imported and not computed again yet.</param>
/// <param name="Replay">The command that computes this side again.</param>
public sealed record RecordedPlace(string? Derivation, string? Record = null, bool IsAltered = false, bool IsRefuted = false, bool IsDisputed = false, bool IsUnconfirmed = false, string? Replay = null);
