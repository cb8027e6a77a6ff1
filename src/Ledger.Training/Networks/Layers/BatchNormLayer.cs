using Ledger.Arithmetic.Tensors;

namespace Ledger.Training.Networks.Layers;

/// <summary>Batch normalisation of each channel (Ioffe and Szegedy 2015).</summary>
/// <param name="Name">Stable name; its tensors are <c>name.weight</c> (γ), <c>name.bias</c> (β), <c>name.running_mean</c> and <c>name.running_var</c>.</param>
/// <param name="Channels">Channels.</param>
/// <param name="Momentum">Of the running statistics.</param>
/// <param name="Epsilon">Added to the variance.</param>
public sealed record BatchNormLayer(string Name, int Channels, decimal Momentum = 0.1m, decimal Epsilon = 0.00001m) : Layer
{
    /// <inheritdoc/>
    public override string Title => Name;

    /// <inheritdoc/>
    public override Features After(Features input) => input.Channels == Channels ? input : throw Refused(input, $"{Channels} channels");

    /// <inheritdoc/>
    public override IEnumerable<TensorDescription> Tensors() =>
    [
        new($"{Name}.weight", new Shape(Channels), TensorRole.Scale),
        new($"{Name}.bias", new Shape(Channels), TensorRole.Shift),
        new($"{Name}.running_mean", new Shape(Channels), TensorRole.Mean),
        new($"{Name}.running_var", new Shape(Channels), TensorRole.Variance),
    ];
}
