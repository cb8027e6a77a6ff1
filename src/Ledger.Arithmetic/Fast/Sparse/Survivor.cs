namespace Ledger.Arithmetic.Fast.Sparse;

/// <summary>A kept weight as one term of a chain.</summary>
/// <param name="Source">Where the other factor's samples begin, in elements of the transposed tile.</param>
/// <param name="Weight">Index of the weight in its matrix.</param>
internal readonly record struct Survivor(int Source, int Weight);
