using Ledger.Events.Derivations;
using Ledger.Events.Hashing;

namespace Ledger.Events.Recorded;

/// <summary>A network's first state was drawn.</summary>
public sealed record WeightsInitialized(Derivation Derivation, Digest Output) : IDerivationEvent;
