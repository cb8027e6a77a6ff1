using Ledger.Arithmetic.Operations;
using Ledger.Arithmetic.Tensors;

namespace Ledger.Training.Networks.Layers;

/// <summary>A convolution with square kernels [kernel row, kernel column, input channel, output channel], and bias [outputs] if it has one.</summary>
/// <param name="Name">Stable name; its tensors are <c>name.weight</c> and <c>name.bias</c>.</param>
/// <param name="Inputs">Input channels.</param>
/// <param name="Outputs">Output channels.</param>
/// <param name="Kernel">Rows and columns of a kernel.</param>
/// <param name="Stride">Distance of neighbouring outputs in the input.</param>
/// <param name="Padding">Rows and columns of nothing on every side.</param>
/// <param name="HasBias">True if a bias is added.</param>
public sealed record ConvolutionLayer(string Name, int Inputs, int Outputs, int Kernel, int Stride, int Padding, bool HasBias) : Layer
{
    /// <inheritdoc/>
    public override string Title => Name;

    /// <inheritdoc/>
    public override Features After(Features input)
    {
        if (input.Channels != Inputs || input.Rows + (2 * Padding) < Kernel || input.Columns + (2 * Padding) < Kernel)
        {
            throw Refused(input, $"{Inputs} channels and a map of at least {Math.Max(1, Kernel - (2 * Padding))} × {Math.Max(1, Kernel - (2 * Padding))}");
        }

        var shape = Shape(1, input);
        return new Features(shape.OutputRows, shape.OutputColumns, Outputs);
    }

    /// <summary>The extents of the operation on so many samples.</summary>
    public ConvolutionShape Shape(int samples, Features input) => new(samples, input.Rows, input.Columns, Inputs, Outputs, Kernel, Stride, Padding);

    /// <inheritdoc/>
    public override IEnumerable<TensorDescription> Tensors()
    {
        yield return new TensorDescription(
            $"{Name}.weight", new Shape(Kernel, Kernel, Inputs, Outputs), TensorRole.Weight, checked(Kernel * Kernel * Inputs), checked(Kernel * Kernel * Outputs));
        if (HasBias)
        {
            yield return new TensorDescription($"{Name}.bias", new Shape(Outputs), TensorRole.Bias);
        }
    }
}
