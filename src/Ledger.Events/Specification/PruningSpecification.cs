namespace Ledger.Events.Specification;

/// <summary>Iterative magnitude pruning with rewinding.</summary>
/// <param name="Name">Versioned name of the method, <c>imp/1</c>.</param>
/// <param name="Rounds">Pruning rounds after the dense one.</param>
/// <param name="RewindStep">The dense step whose state later rounds return to.</param>
/// <param name="Criterion">Versioned name of the score, <c>magnitude/1</c>.</param>
/// <param name="Scope"><c>global</c> or <c>layerwise</c>.</param>
/// <param name="Count">Versioned name of the count rule, <c>exact_floor/1</c>.</param>
/// <param name="Fraction">Share of the kept weights pruned each round.</param>
/// <param name="OutputFraction">The output layer's share; 0 exempts it, and one unlike <paramref name="Fraction"/> makes it compete by itself even in global scope.</param>
/// <param name="Restore">What a rewind restores.</param>
/// <param name="Exempt">Names of weight tensors that are never pruned, in network order; absent if there are none.</param>
public sealed record PruningSpecification(
    string Name,
    int Rounds,
    int RewindStep,
    string Criterion,
    PruningScope Scope,
    string Count,
    decimal Fraction,
    decimal OutputFraction,
    RestoreSpecification Restore,
    IReadOnlyList<string>? Exempt = null);
