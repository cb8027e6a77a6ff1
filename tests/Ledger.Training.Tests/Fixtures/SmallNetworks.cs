using Ledger.Training.Data;
using Ledger.Training.Initialisers;
using Ledger.Training.Networks;
using Ledger.Training.Networks.Layers;
using Ledger.Training.Recipes;
using Ledger.Training.Schedules;
using Ledger.Training.States;

namespace Ledger.Training.Tests.Fixtures;

/// <summary>Small networks that together have every layer, each in the company it is found in.</summary>
internal static class SmallNetworks
{
    /// <summary>Names of the networks.</summary>
    public static IReadOnlyList<string> Names => ["plain", "dropout", "residual", "option-a", "pre-activation", "pools"];

    /// <summary>A network of 6 × 6 images with 2 channels and 5 classes.</summary>
    public static NetworkDescription Of(string name) => new(new Features(6, 6, 2), name switch
    {
        "plain" => [Convolution("c1", 2, 5, 3, 1, true), new ReluLayer(), Convolution("c2", 5, 4, 3, 2, true), new ReluLayer(), new MaxPoolLayer(3), new FlattenLayer(), new LinearLayer("fc", 4, 5)],
        "dropout" => [Convolution("c1", 2, 5, 5, 1, true), new ReluLayer(), new DropoutLayer(0.25m), new MaxPoolLayer(2), new FlattenLayer(), new LinearLayer("f1", 45, 7), new ReluLayer(), new DropoutLayer(0.5m), new LinearLayer("f2", 7, 5)],
        "residual" => [Convolution("c1", 2, 4, 3, 1, false), new BatchNormLayer("n1", 4), new ReluLayer(), Block("b1", 4, 4, 1, []), new ReluLayer(), Block("b2", 4, 6, 2, [Convolution("b2s", 4, 6, 1, 2, false), new BatchNormLayer("b2sn", 6)]), new ReluLayer(), new GlobalAveragePoolLayer(), new LinearLayer("fc", 6, 5)],
        "option-a" => [Convolution("c1", 2, 4, 3, 1, false), new BatchNormLayer("n1", 4), new ReluLayer(), Block("b1", 4, 6, 2, [new SubsampleLayer(6, 2)]), new ReluLayer(), new GlobalAveragePoolLayer(), new LinearLayer("fc", 6, 5)],
        "pre-activation" =>
        [
            Convolution("c1", 2, 4, 3, 1, false), new BatchNormLayer("n1", 4), new ReluLayer(),
            new ResidualLayer("b1", [Convolution("b1c1", 4, 6, 3, 2, false), new BatchNormLayer("b1n", 6), new ReluLayer(), new DropoutLayer(0.3m), Convolution("b1c2", 6, 6, 3, 1, false)], [Convolution("b1s", 4, 6, 1, 2, false)]),
            new ResidualLayer("b2", [new BatchNormLayer("b2n1", 6), new ReluLayer(), Convolution("b2c1", 6, 6, 3, 1, false), new ReluLayer()], []),
            new BatchNormLayer("n2", 6), new ReluLayer(), new GlobalAveragePoolLayer(), new LinearLayer("fc", 6, 5),
        ],
        "pools" => [new ReluLayer(), Convolution("c1", 2, 3, 7, 1, true), new AveragePoolLayer(2), new ReluLayer(), new MaxPoolLayer(3), new FlattenLayer(), new LinearLayer("f1", 3, 6, HasBias: false), new BatchNormLayer("n", 6), new ReluLayer(), new LinearLayer("f2", 6, 5)],
        _ => throw new ArgumentOutOfRangeException(nameof(name)),
    });

    /// <summary>A training of it with momentum, decay, reflections and moves; its weights pruned down to about the share <paramref name="kept"/>.</summary>
    public static SmallTraining Training(string name, int batch, double kept)
    {
        var network = Of(name);
        var mask = kept < 1 ? Thinned(network, kept) : null;
        var values = new GlorotNormal().Draw(network, seed: 3);
        var recipe = new TrainingRecipe(
            network, new SampleRange("train", 0, 200), "unit/1", "softmax_cross_entropy/1", batch, "sgd/1", 0.9m, 0.0005m, new MultiStepSchedule(0.05m, [], 1m),
            OrderSeed: 4, SchedulePosition: 0, DataPosition: 0, Images: new ImageRecipe(4, 4, 2, 1), Augmentation: new Augmentation(Reflect: true, Shift: 1, Seed: 9), DropoutSeed: 6);
        return new SmallTraining(recipe, new SyntheticSet(32, 5, 90, 1).Draw(200, 40), new NetworkState(network, mask?.Select(values) ?? values), mask);
    }

    private static ConvolutionLayer Convolution(string name, int inputs, int outputs, int kernel, int stride, bool hasBias) => new(name, inputs, outputs, kernel, stride, kernel / 2, hasBias);

    private static ResidualLayer Block(string name, int inputs, int outputs, int stride, IReadOnlyList<Layer> shortcut) => new(
        name,
        [Convolution($"{name}c1", inputs, outputs, 3, stride, false), new BatchNormLayer($"{name}n1", outputs), new ReluLayer(), Convolution($"{name}c2", outputs, outputs, 3, 1, false), new BatchNormLayer($"{name}n2", outputs)],
        shortcut);

    private static WeightMask Thinned(NetworkDescription network, double kept)
    {
        var mask = WeightMask.Dense(network);
        foreach (var (weight, layer) in network.Weights().Select(static (weight, layer) => (weight, layer)))
        {
            for (var i = 0; i < weight.Size; i++)
            {
                if (unchecked((uint)(i + layer + 1) * 2654435761u) >= kept * uint.MaxValue)
                {
                    mask.Prune(layer, i);
                }
            }
        }

        return mask;
    }
}
