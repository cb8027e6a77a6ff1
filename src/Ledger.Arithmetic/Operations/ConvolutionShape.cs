namespace Ledger.Arithmetic.Operations;

/// <summary>The extents of a square convolution x[b, r, c, i] · w[kr, kc, i, o] → y[b, r, c, o].</summary>
/// <param name="Samples">B: maps of the batch.</param>
/// <param name="Rows">Rows of x.</param>
/// <param name="Columns">Columns of x.</param>
/// <param name="Inputs">Channels of x.</param>
/// <param name="Outputs">Channels of y.</param>
/// <param name="Kernel">Rows and columns of a kernel.</param>
/// <param name="Stride">Positions of x from one output position to the next.</param>
/// <param name="Padding">Rows and columns beyond each edge of x that a kernel may reach into.</param>
public readonly record struct ConvolutionShape(int Samples, int Rows, int Columns, int Inputs, int Outputs, int Kernel, int Stride, int Padding)
{
    /// <summary>Rows of y.</summary>
    public int OutputRows => (Rows + 2 * Padding - Kernel) / Stride + 1;

    /// <summary>Columns of y.</summary>
    public int OutputColumns => (Columns + 2 * Padding - Kernel) / Stride + 1;

    /// <summary>Positions of a sample of x.</summary>
    public int InputPositions => Rows * Columns;

    /// <summary>Positions of a sample of y.</summary>
    public int OutputPositions => OutputRows * OutputColumns;

    /// <summary>Elements of x.</summary>
    public int InputSize => checked(Samples * InputPositions * Inputs);

    /// <summary>Elements of y.</summary>
    public int OutputSize => checked(Samples * OutputPositions * Outputs);

    /// <summary>Elements of w.</summary>
    public int WeightSize => checked(Kernel * Kernel * Inputs * Outputs);

    /// <summary>True if a kernel fits at least once into the padded map.</summary>
    public bool IsValid =>
        Samples > 0 && Rows > 0 && Columns > 0 && Inputs > 0 && Outputs > 0 && Kernel > 0 && Stride > 0 && Padding >= 0
        && Rows + 2 * Padding >= Kernel && Columns + 2 * Padding >= Kernel;
}
