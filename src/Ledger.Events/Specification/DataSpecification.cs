namespace Ledger.Events.Specification;

/// <summary>The samples of an experiment.</summary>
/// <param name="Set">A registered data set: <c>fashion-mnist</c>, <c>mnist</c>, <c>synthetic</c>.</param>
/// <param name="Validation">The last so many training samples are kept for validation.</param>
/// <param name="Synthetic">The generator's settings, for the synthetic set only.</param>
public sealed record DataSpecification(string Set, int Validation, SyntheticSpecification? Synthetic = null);
