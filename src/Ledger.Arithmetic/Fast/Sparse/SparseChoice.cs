namespace Ledger.Arithmetic.Fast.Sparse;

/// <summary>The densities below which a layer is faster by survivors than dense; measured with <c>Ledger.Benchmarks sparse</c>, LeNet-300-100 at batch 128.</summary>
internal static class SparseChoice
{
    // Zen 4, 16 lanes: equal times at 41 % (784 × 300) and 46 % (300 × 100). Zen 5: 40–45 %.
    private const double Product = 0.40;

    // Equal times at 50 % and 58 %: the dense kernel writes wᵀ out first.
    private const double InputGradient = 0.45;

    // Equal times at 33 % and 37 %.
    private const double WeightGradient = 0.33;

    /// <summary>True if <see cref="SparseProduct{T}.Forward"/> is the faster product.</summary>
    public static bool IsForProduct(double density) => density < Product;

    /// <summary>True if <see cref="SparseProduct{T}.Backward"/> is the faster input gradient.</summary>
    public static bool IsForInputGradient(double density) => density < InputGradient;

    /// <summary>True if <see cref="SparseWeightGradient"/> works on these lanes and is the faster one.</summary>
    public static bool IsForWeightGradient(double density, LaneKind kind) =>
        density < WeightGradient && kind == LaneKind.Vector512 && SparseWeightGradient.IsSupported;
}
