namespace Ledger.Events.Specification;

/// <summary>Adam's coefficients.</summary>
/// <param name="Beta1">β₁.</param>
/// <param name="Beta2">β₂.</param>
/// <param name="Epsilon">ε.</param>
public sealed record AdamSpecification(decimal Beta1, decimal Beta2, decimal Epsilon);
