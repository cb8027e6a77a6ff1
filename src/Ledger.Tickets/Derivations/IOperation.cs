using Ledger.Events.Derivations;

namespace Ledger.Tickets.Derivations;

/// <summary>A derivation with typed parameters and inputs.</summary>
public interface IOperation
{
    /// <summary>The derivation whose key names the output.</summary>
    Derivation Describe();
}
