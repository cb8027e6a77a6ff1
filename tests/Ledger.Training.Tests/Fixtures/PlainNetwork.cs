using Ledger.Training.Networks;
using Ledger.Training.Networks.Layers;
using Ledger.Training.States;

namespace Ledger.Training.Tests.Fixtures;

/// <summary>The arithmetic once more, one sample after another and knowing no kernel: what a training must agree with.</summary>
internal sealed class PlainNetwork(NetworkDescription network, WeightMask? mask)
{
    private readonly ParameterTensor[] _tensors = [.. network.Parameters()];
    private readonly IReadOnlyList<LinearLayer> _layers = MultilayerPerceptron.LayersOf(network)!;

    /// <summary>Input, outputs of the hidden layers, logits.</summary>
    public float[][] Activations(float[] parameters, ReadOnlySpan<byte> sample)
    {
        var activations = new List<float[]> { sample.ToArray().Select(static p => p / 255f).ToArray() };
        for (var layer = 0; layer < _layers.Count; layer++)
        {
            var (x, y) = (activations[^1], new float[_layers[layer].Outputs]);
            for (var o = 0; o < y.Length; o++)
            {
                var kept = Enumerable.Range(0, x.Length).Where(i => Keeps(layer, i, o));
                var sum = kept.Aggregate(0f, (chain, i) => MathF.FusedMultiplyAdd(x[i], Weight(parameters, layer, i, o), chain)) + 0f;
                sum += parameters[_tensors[(2 * layer) + 1].Offset + o];
                y[o] = layer == _layers.Count - 1 || sum > 0 ? sum : 0f;
            }

            activations.Add(y);
        }

        return [.. activations];
    }

    /// <summary>The loss of a sample's logits, and whether the first largest is the label's.</summary>
    public static (float Loss, bool IsCorrect, float[] Exponentials, float Sum) Loss(float[] logits, int label)
    {
        var largest = logits.Max();
        var exponentials = logits.Select(z => (float)Math.Exp(z - largest)).ToArray();
        var sum = exponentials.Aggregate(0f, static (total, e) => total + e);
        return ((float)Math.Log(sum) - (logits[label] - largest), Array.IndexOf(logits, largest) == label, exponentials, sum);
    }

    /// <summary>The mean loss of a batch, its correct count, and the gradients in global order (0 for masked weights).</summary>
    public (float Loss, int Correct, float[] Gradients) Backward(float[] parameters, byte[][] samples, byte[] labels)
    {
        var activations = samples.Select(sample => Activations(parameters, sample)).ToArray();
        var losses = activations.Select((a, b) => Loss(a[^1], labels[b])).ToArray();
        var deltas = losses.Select((loss, b) => loss.Exponentials.Select((e, c) => ((e / loss.Sum) - (c == labels[b] ? 1f : 0f)) / samples.Length).ToArray()).ToArray();
        var gradients = new float[network.ParameterCount];
        for (var layer = _layers.Count - 1; layer >= 0; layer--)
        {
            var (inputs, outputs) = (_layers[layer].Inputs, _layers[layer].Outputs);
            for (var o = 0; o < outputs; o++)
            {
                gradients[_tensors[(2 * layer) + 1].Offset + o] = BlockSum(samples.Length, (sum, b) => sum + deltas[b][o]);
                for (var i = 0; i < inputs; i++)
                {
                    gradients[_tensors[2 * layer].Offset + (i * outputs) + o] =
                        Keeps(layer, i, o) ? BlockSum(samples.Length, (sum, b) => MathF.FusedMultiplyAdd(activations[b][layer][i], deltas[b][o], sum)) : 0f;
                }
            }

            deltas = [.. deltas.Select((delta, b) => Enumerable.Range(0, inputs).Select(i => layer > 0 && activations[b][layer][i] > 0 ? Back(parameters, layer, i, delta) : 0f).ToArray())];
        }

        return (BlockSum(samples.Length, (sum, b) => sum + losses[b].Loss) / samples.Length, losses.Count(static loss => loss.IsCorrect), gradients);
    }

    /// <summary>Blocks of 32 from +0, then neighbours added level by level.</summary>
    public static float BlockSum(int samples, Func<float, int, float> add)
    {
        float[] level = [.. Enumerable.Range(0, samples).Chunk(32).Select(block => block.Aggregate(0f, add) + 0f)];
        while (level.Length > 1)
        {
            level = [.. level.Chunk(2).Select(static pair => pair.Length == 2 ? pair[0] + pair[1] : pair[0])];
        }

        return level[0];
    }

    /// <summary>The mean loss in binary64, for finite differences.</summary>
    public double Loss64(double[] parameters, byte[][] samples, byte[] labels) => samples.Select((sample, b) =>
    {
        var x = sample.Select(static p => p / 255.0).ToArray();
        for (var layer = 0; layer < _layers.Count; layer++)
        {
            var (input, outputs, isLast) = (x, _layers[layer].Outputs, layer == _layers.Count - 1);
            x = [.. Enumerable.Range(0, outputs).Select(o =>
            {
                var sum = parameters[_tensors[(2 * layer) + 1].Offset + o] + input.Select((value, i) => Keeps(layer, i, o) ? value * parameters[_tensors[2 * layer].Offset + (i * outputs) + o] : 0).Sum();
                return isLast ? sum : Math.Max(0, sum);
            })];
        }

        return Math.Log(x.Sum(Math.Exp)) - x[labels[b]];
    }).Average();

    private float Back(float[] parameters, int layer, int i, float[] delta)
    {
        var kept = Enumerable.Range(0, delta.Length).Where(o => Keeps(layer, i, o));
        return kept.Aggregate(0f, (chain, o) => MathF.FusedMultiplyAdd(delta[o], Weight(parameters, layer, i, o), chain)) + 0f;
    }

    private float Weight(float[] parameters, int layer, int i, int o) => parameters[_tensors[2 * layer].Offset + (i * _layers[layer].Outputs) + o];

    private bool Keeps(int layer, int i, int o) => mask?.Keeps(layer, (i * _layers[layer].Outputs) + o) ?? true;
}
