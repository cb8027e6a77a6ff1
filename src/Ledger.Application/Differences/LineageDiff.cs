namespace Ledger.Application.Differences;

/// <summary>What a comparison of two lineages found.</summary>
/// <param name="A">The address of one.</param>
/// <param name="B">The address of the other.</param>
/// <param name="Derivations">Derivations that are equal, key and bits, before they part.</param>
/// <param name="Difference">Where they part, or null if they are equal.</param>
public sealed record LineageDiff(string A, string B, int Derivations, LineageDifference? Difference);
