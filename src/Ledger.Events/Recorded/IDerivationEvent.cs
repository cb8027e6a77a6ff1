using Ledger.Events.Derivations;
using Ledger.Events.Hashing;

namespace Ledger.Events.Recorded;

/// <summary>The one event that completes a derivation other than a training.</summary>
public interface IDerivationEvent : ILedgerEvent
{
    /// <summary>What was done.</summary>
    Derivation Derivation { get; }

    /// <summary>The digest of what came out: a blob's, or that of the answer's numbers.</summary>
    Digest Output { get; }
}
