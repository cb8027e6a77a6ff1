namespace Ledger.Application.Specifications;

/// <summary>What is known of a data set before its files are read.</summary>
/// <param name="Name">Its name in a specification.</param>
/// <param name="Features">Bytes of a sample.</param>
/// <param name="Classes">Number of classes.</param>
/// <param name="Train">Training samples, those kept for validation included.</param>
/// <param name="Test">Test samples.</param>
/// <param name="NeedsPath">True if its files have no usual place, so that the specification must name their folder.</param>
public sealed record DataSetFacts(string Name, int Features, int Classes, int Train, int Test, bool NeedsPath = false);
