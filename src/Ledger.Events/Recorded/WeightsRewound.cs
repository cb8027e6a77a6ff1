using Ledger.Events.Derivations;
using Ledger.Events.Hashing;

namespace Ledger.Events.Recorded;

/// <summary>The state that a ticket trains from was made.</summary>
/// <param name="Derivation">Of kind <c>rewind</c>.</param>
/// <param name="Output">The state's digest.</param>
/// <param name="Ticket">The digest of the ticket file: this state's parameters and the mask.</param>
public sealed record WeightsRewound(Derivation Derivation, Digest Output, Digest Ticket) : IDerivationEvent;
