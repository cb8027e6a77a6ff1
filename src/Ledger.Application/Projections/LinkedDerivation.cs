using Ledger.Events.Derivations;
using Ledger.Events.Hashing;
using Ledger.Events.Streams;

namespace Ledger.Application.Projections;

/// <summary>One link in the chain behind a ticket.</summary>
/// <param name="Kind">What was done.</param>
/// <param name="Key">The derivation's key.</param>
/// <param name="Attempt">Which recorded history was used.</param>
/// <param name="Stream">Where that history is recorded.</param>
/// <param name="Output">What came out; nothing for a training, whose states are links of their own.</param>
/// <param name="Step">Of a state and an evaluation: the trajectory's step; of a training: the steps that the run used.</param>
/// <param name="Split">Of an evaluation: the list of samples.</param>
/// <param name="Description">Parameters and inputs, unless the ledger lost them.</param>
public sealed record LinkedDerivation(
    string Kind, DerivationKey Key, int Attempt, StreamName Stream, Digest? Output, int? Step, string? Split, Derivation? Description);
