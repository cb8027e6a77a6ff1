using Ledger.Arithmetic;
using Ledger.Events.Derivations;
using Ledger.Events.Hashing;
using Ledger.Tickets.Pruning;

namespace Ledger.Tickets.Derivations;

/// <summary>Prunes a mask further by a score of the final state.</summary>
/// <param name="Rule">Criterion, count rule and the groups that compete.</param>
/// <param name="Previous">The mask that is pruned further, or null for the dense network.</param>
/// <param name="Final">The trained state's digest.</param>
public sealed record DrawMask(PruningRule Rule, Digest? Previous, Digest Final) : IOperation
{
    /// <inheritdoc/>
    public Derivation Describe() => Derivation.Of(Kinds.DrawMask, ArithmeticName.ExactF32, Rule, ("previous", Previous), ("final", Final));

    /// <summary>The operation that a derivation describes.</summary>
    public static DrawMask Of(Derivation derivation) => new(derivation.ParametersAs<PruningRule>(), derivation.Input("previous"), derivation.Inputs["final"]);
}
