namespace Ledger.Arithmetic.Fast.Convolutions.Sparse;

/// <summary>A kept weight as one term of a chain.</summary>
/// <param name="Row">Its row of the kernel.</param>
/// <param name="Offset">Where the first position's samples begin, in elements of a row of <see cref="SourceRows"/>.</param>
/// <param name="Weight">Index of the weight.</param>
internal readonly record struct KeptTap(int Row, int Offset, int Weight);
