namespace Ledger.Arithmetic.Operations;

/// <summary>The extents of a convolution: square kernels, equal stride and padding in both directions.</summary>
/// <param name="Samples">B.</param>
/// <param name="Rows">Rows of the input.</param>
/// <param name="Columns">Columns of the input.</param>
/// <param name="Inputs">Input channels.</param>
/// <param name="Outputs">Output channels.</param>
/// <param name="Kernel">Rows and columns of a kernel.</param>
/// <param name="Stride">Distance of neighbouring outputs in the input.</param>
/// <param name="Padding">Rows and columns of nothing on every side.</param>
public readonly record struct ConvolutionShape(int Samples, int Rows, int Columns, int Inputs, int Outputs, int Kernel, int Stride, int Padding)
{
    /// <summary>Rows of the output.</summary>
    public int OutputRows => ((Rows + (2 * Padding) - Kernel) / Stride) + 1;

    /// <summary>Columns of the output.</summary>
    public int OutputColumns => ((Columns + (2 * Padding) - Kernel) / Stride) + 1;

    /// <summary>Elements of the input.</summary>
    public int InputSize => checked(Samples * Rows * Columns * Inputs);

    /// <summary>Elements of the output.</summary>
    public int OutputSize => checked(Samples * OutputRows * OutputColumns * Outputs);

    /// <summary>Elements of the kernels.</summary>
    public int WeightSize => checked(Kernel * Kernel * Inputs * Outputs);
}
