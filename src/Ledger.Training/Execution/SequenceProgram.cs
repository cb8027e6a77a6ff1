using Ledger.Arithmetic.Tensors;
using Ledger.Training.Execution.Layers;
using Ledger.Training.Networks;
using Ledger.Training.Networks.Layers;

namespace Ledger.Training.Execution;

/// <summary>Layers one after the other; a ReLU behind a normalisation or a sum is done in the same pass.</summary>
internal sealed class SequenceProgram : ILayerProgram
{
    private readonly List<(ILayerProgram Program, bool HasTensors)> _programs = [];

    /// <summary>Lays out <paramref name="layers"/> behind <paramref name="input"/>.</summary>
    public SequenceProgram(Assembly assembly, IReadOnlyList<Layer> layers, Features input)
    {
        for (var i = 0; i < layers.Count; i++)
        {
            var rectify = layers[i] is BatchNormLayer or ResidualLayer && i + 1 < layers.Count && layers[i + 1] is ReluLayer;
            _programs.Add((Of(assembly, layers[i], input, rectify), layers[i].Tensors().Any()));
            input = layers[i].After(input);
            i += rectify ? 1 : 0;
        }
    }

    /// <inheritdoc/>
    public Tensor Forward(Tensor x)
    {
        foreach (var (program, _) in _programs)
        {
            x = program.Forward(x);
        }

        return x;
    }

    /// <inheritdoc/>
    public Tensor? Backward(Tensor dy, bool isWanted)
    {
        Tensor? gradient = dy;
        for (var i = _programs.Count - 1; i >= 0 && gradient is not null; i--)
        {
            // Before the first layer with parameters, nobody needs a gradient.
            gradient = _programs[i].Program.Backward(gradient, isWanted || _programs.Take(i).Any(static earlier => earlier.HasTensors));
        }

        return gradient;
    }

    private static ILayerProgram Of(Assembly assembly, Layer layer, Features input, bool rectify) => layer switch
    {
        LinearLayer linear => new LinearProgram(assembly, linear),
        ConvolutionLayer convolution => new ConvolutionProgram(assembly, convolution, input),
        BatchNormLayer norm => new BatchNormProgram(assembly, norm, rectify),
        ReluLayer => new ReluProgram(assembly),
        MaxPoolLayer pool => new MaxPoolProgram(assembly, layer.After(input), pool.Size),
        AveragePoolLayer pool => new AveragePoolProgram(assembly, layer.After(input), pool.Size),
        GlobalAveragePoolLayer => new AveragePoolProgram(assembly, layer.After(input), input.Rows),
        FlattenLayer => new FlattenProgram(),
        DropoutLayer dropout => new DropoutProgram(assembly, dropout),
        SubsampleLayer subsample => new SubsampleProgram(assembly, layer.After(input), subsample.Stride),
        ResidualLayer residual => new ResidualProgram(assembly, residual, input, rectify),
        _ => throw new NotSupportedException($"{layer.GetType().Name} is unknown here"),
    };
}
