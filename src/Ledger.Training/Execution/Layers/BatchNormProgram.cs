using Ledger.Arithmetic.Operations;
using Ledger.Arithmetic.Tensors;
using Ledger.Training.Networks.Layers;
using Ledger.Training.Schedules;

namespace Ledger.Training.Execution.Layers;

/// <summary>Batch normalisation, with the ReLU that follows it where one does.</summary>
internal sealed class BatchNormProgram(Assembly assembly, BatchNormLayer layer, bool rectify) : ILayerProgram
{
    private readonly Tensor _gamma = assembly.Values.Of($"{layer.Name}.weight");
    private readonly Tensor _beta = assembly.Values.Of($"{layer.Name}.bias");
    private readonly Tensor _mean = assembly.Values.Of($"{layer.Name}.running_mean");
    private readonly Tensor _variance = assembly.Values.Of($"{layer.Name}.running_var");
    private readonly float _momentum = Binary32.Of(layer.Momentum);
    private readonly float _epsilon = Binary32.Of(layer.Epsilon);
    private Tensor _x = null!, _saved = null!;

    public Tensor Forward(Tensor x)
    {
        _x = x;
        var y = assembly.Rent(x.Shape, layer.Name);
        if (assembly.IsTraining)
        {
            _saved = assembly.Rent(new Shape(2, layer.Channels), $"{layer.Name}.statistics");
            assembly.Emit(new BatchNormalize(x, _gamma, _beta, _mean, _variance, _saved, y, _momentum, _epsilon, rectify));
        }
        else
        {
            assembly.Emit(new NormalizeByStatistics(x, _gamma, _beta, _mean, _variance, y, _epsilon, rectify));
        }

        assembly.Consume(x);
        return y;
    }

    public Tensor? Backward(Tensor dy, bool isWanted)
    {
        // In place unless somebody else reads the gradient too.
        var dx = assembly.IsShared(dy) ? assembly.Rent(_x.Shape, $"{layer.Name}.input.gradient") : dy.As(_x.Shape) with { Name = $"{layer.Name}.input.gradient" };
        assembly.Emit(new BatchNormalizeGradient(
            _x, _gamma, _beta, _saved, dy, dx, assembly.Values.GradientOf($"{layer.Name}.weight"), assembly.Values.GradientOf($"{layer.Name}.bias"), rectify));
        return dx;
    }
}
