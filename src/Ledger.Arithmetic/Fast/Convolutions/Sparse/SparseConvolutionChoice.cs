using Ledger.Arithmetic.Operations;

namespace Ledger.Arithmetic.Fast.Convolutions.Sparse;

/// <summary>The densities below which a convolution is faster by kept weights than dense; measured with <c>Ledger.Benchmarks network</c>, ResNet-20 on Zen 4.</summary>
internal static class SparseConvolutionChoice
{
    // Equal times at 40 % or more with 16 lanes and 128 samples, 33–38 % with 8.
    private const double Product = 0.33;

    // Equal times at 32 % with 16 channels, 40 % or more with 32 and 64.
    private const double InputGradient = 0.3;

    // Equal times at 33–38 %.
    private const double WeightGradient = 0.3;

    /// <summary>True if <see cref="SparseConvolution{T}.Forward"/> is the faster product on <paramref name="lanes"/> lanes.</summary>
    public static bool IsForProduct(in ConvolutionShape shape, double density, int lanes) => density < Product * Share(shape, lanes);

    /// <summary>True if <see cref="SparseConvolution{T}.Backward"/> is the faster input gradient.</summary>
    public static bool IsForInputGradient(in ConvolutionShape shape, double density, int lanes) => density < InputGradient * Share(shape, lanes);

    /// <summary>True if <see cref="SparseConvolutionGradient{T}"/> is the faster weight gradient.</summary>
    public static bool IsForWeightGradient(in ConvolutionShape shape, double density, int lanes) => density < WeightGradient * Share(shape, lanes);

    // Lanes of the last group that hold no sample work for nothing.
    private static double Share(in ConvolutionShape shape, int lanes) => (double)shape.Samples / ((shape.Samples + lanes - 1) / lanes * lanes);
}
