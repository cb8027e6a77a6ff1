using Ledger.Arithmetic;
using Ledger.Events.Derivations;
using Ledger.Training.Networks;

namespace Ledger.Tickets.Derivations;

/// <summary>Draws a network's first state.</summary>
/// <param name="Network">Layer by layer.</param>
/// <param name="Scheme">The initialiser's versioned name.</param>
/// <param name="Seed">Stream seed.</param>
public sealed record InitializeWeights(NetworkDescription Network, string Scheme, ulong Seed) : IOperation
{
    /// <inheritdoc/>
    public Derivation Describe() => Derivation.Of(Kinds.Initialize, ArithmeticName.ExactF32, this);

    /// <summary>The operation that a derivation describes.</summary>
    public static InitializeWeights Of(Derivation derivation) => derivation.ParametersAs<InitializeWeights>();
}
