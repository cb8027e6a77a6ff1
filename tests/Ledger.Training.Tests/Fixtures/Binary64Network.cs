using Ledger.Arithmetic.Random;
using Ledger.Training.Networks;
using Ledger.Training.Networks.Layers;
using Ledger.Training.Recipes;

namespace Ledger.Training.Tests.Fixtures;

/// <summary>The loss of any network's first training step in binary64: textbook formulas that know no order, no kernel and no gradient.</summary>
internal sealed class Binary64Network(TrainingRecipe recipe)
{
    private readonly NetworkDescription _network = recipe.Network;
    private readonly Dictionary<string, int> _offsets = recipe.Network.Tensors().ToDictionary(static tensor => tensor.Name, static tensor => tensor.Offset);
    private uint _dropouts;

    /// <summary>The mean cross-entropy of a batch of raw samples.</summary>
    public double Loss(double[] values, IReadOnlyList<byte[]> samples, IReadOnlyList<byte> labels)
    {
        _dropouts = 0;
        var (logits, _) = Run(_network.Layers, values, [.. samples.SelectMany((sample, b) => Image(sample, (uint)b))], samples.Count, _network.Input);
        return logits.Chunk(_network.Outputs).Select((z, b) => Math.Log(z.Sum(c => Math.Exp(c - z.Max()))) + z.Max() - z[labels[b]]).Average();
    }

    private IEnumerable<double> Image(byte[] sample, uint b)
    {
        var (images, change) = (recipe.Images!, recipe.Augmentation!);
        var words = new PhiloxStream(change.Seed, Purpose.Augmentation, layer: 0, (uint)recipe.DataPosition);
        var isMirrored = change.Reflect && words.Word(4 * b) >= 1u << 31;
        var (down, right) = (Move(words.Word((4 * b) + 1)), Move(words.Word((4 * b) + 2)));
        var (rows, columns) = (images.Rows + (2 * images.Pad), images.Columns + (2 * images.Pad));
        return from r in Enumerable.Range(0, rows)
               from c in Enumerable.Range(0, columns)
               from channel in Enumerable.Range(0, images.Channels)
               let row = r + down - images.Pad
               let column = (isMirrored ? columns - 1 - c : c) + right - images.Pad
               let isInside = row >= 0 && row < images.Rows && column >= 0 && column < images.Columns
               select isInside ? sample[(((row * images.Columns) + column) * images.Channels) + channel] / 255.0 : 0.0;

        int Move(uint word) => (int)((ulong)word * (uint)((2 * change.Shift) + 1) >> 32) - change.Shift;
    }

    private (double[] Y, Features Output) Run(IReadOnlyList<Layer> layers, double[] values, double[] x, int samples, Features input)
    {
        foreach (var layer in layers)
        {
            var output = layer.After(input);
            x = layer switch
            {
                LinearLayer linear => Linear(linear, values, x, samples),
                ConvolutionLayer convolution => Convolve(convolution, values, x, samples, input, output),
                BatchNormLayer norm => Normalise(norm, values, x),
                ReluLayer => [.. x.Select(static value => Math.Max(value, 0))],
                MaxPoolLayer pool => Pool(x, samples, input, output, pool.Size, static window => window.Max()),
                AveragePoolLayer pool => Pool(x, samples, input, output, pool.Size, static window => window.Average()),
                GlobalAveragePoolLayer => Pool(x, samples, input, output, input.Rows, static window => window.Average()),
                FlattenLayer => x,
                DropoutLayer dropout => Drop(dropout, x),
                SubsampleLayer subsample => Subsample(subsample, x, samples, input, output),
                ResidualLayer residual => Sum(residual, values, x, samples, input),
                _ => throw new NotSupportedException(layer.Title),
            };
            input = output;
        }

        return (x, input);
    }

    private double[] Linear(LinearLayer layer, double[] values, double[] x, int samples)
    {
        var (y, weight) = (new double[samples * layer.Outputs], _offsets[$"{layer.Name}.weight"]);
        for (var n = 0; n < y.Length; n++)
        {
            var (b, o) = (n / layer.Outputs, n % layer.Outputs);
            y[n] = layer.HasBias ? values[_offsets[$"{layer.Name}.bias"] + o] : 0;
            for (var i = 0; i < layer.Inputs; i++)
            {
                y[n] += x[(b * layer.Inputs) + i] * values[weight + (i * layer.Outputs) + o];
            }
        }

        return y;
    }

    // Scattered from the inputs, where the specification gathers.
    private double[] Convolve(ConvolutionLayer layer, double[] values, double[] x, int samples, Features input, Features output)
    {
        var (y, weight) = (new double[samples * output.Count], _offsets[$"{layer.Name}.weight"]);
        for (var n = 0; n < y.Length; n++)
        {
            y[n] = layer.HasBias ? values[_offsets[$"{layer.Name}.bias"] + (n % layer.Outputs)] : 0;
        }

        for (var n = 0; n < x.Length; n++)
        {
            var (b, r, c, i) = Place(n, input);
            for (var tap = 0; tap < layer.Kernel * layer.Kernel; tap++)
            {
                var (row, rowRest) = Math.DivRem(r + layer.Padding - (tap / layer.Kernel), layer.Stride);
                var (column, columnRest) = Math.DivRem(c + layer.Padding - (tap % layer.Kernel), layer.Stride);
                for (var o = 0; (rowRest, columnRest) == (0, 0) && row >= 0 && row < output.Rows && column >= 0 && column < output.Columns && o < layer.Outputs; o++)
                {
                    y[Index(b, row, column, o, output)] += x[n] * values[weight + (((tap * layer.Inputs) + i) * layer.Outputs) + o];
                }
            }
        }

        return y;
    }

    private double[] Normalise(BatchNormLayer layer, double[] values, double[] x)
    {
        var y = new double[x.Length];
        for (var c = 0; c < layer.Channels; c++)
        {
            var channel = Enumerable.Range(0, x.Length / layer.Channels).Select(position => x[(position * layer.Channels) + c]).ToArray();
            var mean = channel.Average();
            var deviation = Math.Sqrt(channel.Average(value => (value - mean) * (value - mean)) + (double)layer.Epsilon);
            var (gamma, beta) = (values[_offsets[$"{layer.Name}.weight"] + c], values[_offsets[$"{layer.Name}.bias"] + c]);
            for (var position = 0; position < channel.Length; position++)
            {
                y[(position * layer.Channels) + c] = ((channel[position] - mean) / deviation * gamma) + beta;
            }
        }

        return y;
    }

    private double[] Drop(DropoutLayer layer, double[] x)
    {
        var words = new PhiloxStream(recipe.DropoutSeed!.Value, Purpose.Dropout, _dropouts++, (uint)recipe.DataPosition);
        return [.. x.Select((value, n) => words.Word((uint)n) / 4294967296.0 >= (double)layer.Rate ? value / (1 - (double)layer.Rate) : 0)];
    }

    private double[] Sum(ResidualLayer layer, double[] values, double[] x, int samples, Features input)
    {
        var main = Run(layer.Main, values, x, samples, input).Y;
        var shortcut = Run(layer.Shortcut, values, x, samples, input).Y;
        return [.. main.Zip(shortcut, static (a, b) => a + b)];
    }

    private static double[] Pool(double[] x, int samples, Features input, Features output, int size, Func<IEnumerable<double>, double> take)
    {
        return [.. Enumerable.Range(0, samples * output.Count).Select(n =>
        {
            var (b, r, c, channel) = Place(n, output);
            return take(Enumerable.Range(0, size * size).Select(k => x[Index(b, (r * size) + (k / size), (c * size) + (k % size), channel, input)]));
        })];
    }

    private static double[] Subsample(SubsampleLayer layer, double[] x, int samples, Features input, Features output)
    {
        return [.. Enumerable.Range(0, samples * output.Count).Select(n =>
        {
            var (b, r, c, o) = Place(n, output);
            var i = o - ((output.Channels - input.Channels) / 2);
            return i >= 0 && i < input.Channels ? x[Index(b, r * layer.Stride, c * layer.Stride, i, input)] : 0;
        })];
    }

    private static (int B, int R, int C, int Channel) Place(int n, Features map) =>
        (n / map.Count, n / (map.Channels * map.Columns) % map.Rows, n / map.Channels % map.Columns, n % map.Channels);

    private static int Index(int b, int r, int c, int channel, Features map) => (((((b * map.Rows) + r) * map.Columns) + c) * map.Channels) + channel;
}
