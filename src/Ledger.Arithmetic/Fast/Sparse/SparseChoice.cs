using Ledger.Arithmetic.Devices;

namespace Ledger.Arithmetic.Fast.Sparse;

/// <summary>The densities below which a layer is faster by survivors than dense; measured with <c>Ledger.Benchmarks sparse</c>, LeNet-300-100 on Zen 4.</summary>
internal static class SparseChoice
{
    // Equal times at 34–46 %, with batches of 60 and 128, 16 lanes and 8.
    private const double Product = 0.38;

    // Equal times at 50–60 %: the dense kernel writes wᵀ out first.
    private const double InputGradient = 0.48;

    // Equal times at 29–37 % with permutations, at 12–14 % with 8 lanes and transposed rows.
    private const double PermutedGradient = 0.3, RowGradient = 0.12;

    // The chain of a single vector of samples waits for itself: equal times at 33 % with 16 samples.
    private const double FullBatch = 20;

    /// <summary>True if <see cref="SparseProduct{T}.Forward"/> is the faster product.</summary>
    public static bool IsForProduct(LinearShape shape, double density) => density < Product * Share(shape);

    /// <summary>True if <see cref="SparseProduct{T}.Backward"/> is the faster input gradient.</summary>
    public static bool IsForInputGradient(LinearShape shape, double density) => density < InputGradient * Share(shape);

    /// <summary>True if a weight gradient by survivors is the faster one: <see cref="SparseWeightGradient"/> if <see cref="IsPermuted"/>, else <see cref="RowWeightGradient{T}"/>.</summary>
    public static bool IsForWeightGradient(LaneKind kind, double density) => density < (IsPermuted(kind) ? PermutedGradient : RowGradient);

    /// <summary>True if these lanes can be permuted two vectors at a time.</summary>
    public static bool IsPermuted(LaneKind kind) => kind == LaneKind.Vector512 && SparseWeightGradient.IsSupported;

    private static double Share(LinearShape shape) => Math.Min(1, shape.Samples / FullBatch);
}
