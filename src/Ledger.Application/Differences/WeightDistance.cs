namespace Ledger.Application.Differences;

/// <summary>How far weights are apart that both masks keep. A report, not part of any digest: sums are taken in binary64, in ascending order.</summary>
/// <param name="Shared">Weights compared.</param>
/// <param name="EqualBits">Those whose bits are equal.</param>
/// <param name="SameSign">Those whose signs are equal; zero is a sign of its own.</param>
/// <param name="Cosine">Of the angle between the two vectors; absent if one of them is zero.</param>
/// <param name="L2">The Euclidean distance.</param>
/// <param name="NormA">The Euclidean norm of one.</param>
/// <param name="NormB">The Euclidean norm of the other.</param>
/// <param name="Ulps">Weights by the number of representable numbers between them: 0, 1, 2–3, 4–7 and so on.</param>
public sealed record WeightDistance(long Shared, long EqualBits, long SameSign, double? Cosine, double L2, double NormA, double NormB, IReadOnlyList<long> Ulps);
