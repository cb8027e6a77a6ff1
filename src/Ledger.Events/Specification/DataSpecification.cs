namespace Ledger.Events.Specification;

/// <summary>The samples of an experiment.</summary>
/// <param name="Set">A registered data set: <c>fashion-mnist</c>, <c>mnist</c>, <c>cifar-10</c>, <c>cifar-100</c>, <c>synthetic</c>, <c>files</c>.</param>
/// <param name="Validation">The last so many training samples are kept for validation.</param>
/// <param name="Synthetic">The generator's settings, for the synthetic set only.</param>
/// <param name="Files">What the files hold, for the user's own files only.</param>
public sealed record DataSpecification(string Set, int Validation, SyntheticSpecification? Synthetic = null, FilesSpecification? Files = null);
