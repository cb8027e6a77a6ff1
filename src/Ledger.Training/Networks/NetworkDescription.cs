using System.Text.Json.Serialization;
using Ledger.Arithmetic.Tensors;

namespace Ledger.Training.Networks;

/// <summary>A network layer by layer, as every derivation key holds it.</summary>
[JsonConverter(typeof(NetworkJson))]
public sealed class NetworkDescription
{
    private readonly ParameterTensor[] _tensors;

    /// <summary>A network of layers that fit each other.</summary>
    /// <param name="input">What a sample is.</param>
    /// <param name="layers">From input to logits.</param>
    /// <exception cref="NetworkException">A layer does not fit what reaches it, two tensors have one name, the last layer gives no classes, or there are more parameters than an array can hold.</exception>
    public NetworkDescription(Features input, IReadOnlyList<Layer> layers)
    {
        (Input, Layers) = (input, layers);
        var output = input;
        foreach (var layer in layers)
        {
            output = layer.After(output);
        }

        Output = output.IsFlat ? output : throw new NetworkException($"the network ends with {output}, wanted features, one a class; end it with global_average_pool or flatten and a linear layer");
        var tensors = layers.SelectMany(static layer => layer.Tensors()).ToArray();
        var count = tensors.Aggregate(0L, static (sum, tensor) => sum + tensor.Shape.Extents().Aggregate(1L, static (product, extent) => product * extent));
        _tensors = count <= int.MaxValue ? [.. Place(tensors)] : throw new NetworkException($"has {count} parameters: give one of at most {int.MaxValue}");
        ParameterCount = _tensors.LastOrDefault(static tensor => !tensor.IsStatistic)?.End ?? 0;
    }

    /// <summary>What a sample is when it enters.</summary>
    public Features Input { get; }

    /// <summary>What it is at the end: one feature a class.</summary>
    public Features Output { get; }

    /// <summary>From input to logits.</summary>
    public IReadOnlyList<Layer> Layers { get; }

    /// <summary>Elements of a sample.</summary>
    public int Inputs => Input.Count;

    /// <summary>Number of classes.</summary>
    public int Outputs => Output.Count;

    /// <summary>Number of trained parameters.</summary>
    public int ParameterCount { get; }

    /// <summary>Parameters and running statistics.</summary>
    public int ValueCount => _tensors.Length == 0 ? 0 : _tensors[^1].End;

    /// <summary>All tensors of a state's values in global order: the trained parameters in layer order, then the running statistics.</summary>
    public IReadOnlyList<ParameterTensor> Tensors() => _tensors;

    /// <summary>The trained parameters in global order.</summary>
    public IReadOnlyList<ParameterTensor> Parameters() => [.. _tensors.Where(static tensor => !tensor.IsStatistic)];

    /// <summary>The prunable tensors in global order: all weights and kernels.</summary>
    public IEnumerable<ParameterTensor> Weights() => _tensors.Where(static tensor => tensor.IsPrunable);

    /// <summary>The tensor of a name.</summary>
    public ParameterTensor Tensor(string name) => Array.Find(_tensors, tensor => tensor.Name == name) ?? throw new ArgumentException($"the network has no {name}", nameof(name));

    /// <summary>True if another network has the same input and layers.</summary>
    public bool IsSameAs(NetworkDescription other) => Input == other.Input && Layers.SequenceEqual(other.Layers);

    private static IEnumerable<ParameterTensor> Place(TensorDescription[] tensors)
    {
        if (tensors.GroupBy(static tensor => tensor.Name, StringComparer.Ordinal).FirstOrDefault(static group => group.Count() > 1) is { } twice)
        {
            throw new NetworkException($"{twice.Key} stands twice; give every layer a name of its own");
        }

        var offset = 0;
        foreach (var tensor in tensors.OrderBy(static tensor => tensor.Role is TensorRole.Mean or TensorRole.Variance))
        {
            yield return new ParameterTensor(tensor.Name, offset, tensor.Shape, tensor.Role, tensor.FanIn, tensor.FanOut);
            offset = checked(offset + tensor.Shape.Size);
        }
    }
}
