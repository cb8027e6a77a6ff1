namespace Ledger.Events.Specification;

/// <summary>What is evaluated of every round.</summary>
/// <param name="Splits">Lists of samples, in the order they are evaluated: <c>train</c>, <c>validation</c>, <c>test</c>.</param>
/// <param name="Every">Also evaluate at every multiple of so many steps; 0 for the end of a round only.</param>
public sealed record EvaluationSpecification(IReadOnlyList<string> Splits, int Every);
