using Ledger.Events.Derivations;
using Ledger.Events.Hashing;

namespace Ledger.Events.Recorded;

/// <summary>The state that a ticket trains from was made.</summary>
public sealed record WeightsRewound(Derivation Derivation, Digest Output) : IDerivationEvent;
