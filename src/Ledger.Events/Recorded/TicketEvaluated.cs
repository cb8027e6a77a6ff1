using Ledger.Events.Derivations;
using Ledger.Events.Hashing;

namespace Ledger.Events.Recorded;

/// <summary>A state was evaluated on a list of samples.</summary>
/// <param name="Derivation">Of kind <c>evaluate</c>.</param>
/// <param name="Output">The digest of correct, total and the loss's bits.</param>
/// <param name="Correct">Samples classified as labelled.</param>
/// <param name="Total">Samples evaluated.</param>
/// <param name="Loss">Mean loss; absent if it is infinite or undefined.</param>
public sealed record TicketEvaluated(Derivation Derivation, Digest Output, int Correct, int Total, float? Loss) : IDerivationEvent;
