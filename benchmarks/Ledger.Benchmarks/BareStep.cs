using Ledger.Arithmetic.Devices;
using Ledger.Arithmetic.Operations;
using Ledger.Arithmetic.Random;
using Ledger.Arithmetic.Tensors;

namespace Ledger.Benchmarks;

/// <summary>One step of LeNet-300-100 (784–300–100–10) by bare device calls: what no training loop can undercut; dense, or under a mask.</summary>
internal sealed class BareStep
{
    private static readonly int[] Widths = [784, 300, 100, 10];

    private readonly IDevice _device;
    private readonly Tensor[] _weights = new Tensor[3], _biases = new Tensor[3], _weightGradients = new Tensor[3], _biasGradients = new Tensor[3];
    private readonly Tensor[] _activations = new Tensor[4], _gradients = new Tensor[4];
    private readonly Tensor _parameters, _parameterGradients, _velocity;
    private readonly StepValues _step = new();
    private readonly GatherSamples _batch;
    private readonly SgdStep _update;
    private readonly ByteTensor _labels;
    private readonly StepRing _ring;
    private readonly Action[] _work;
    private readonly BitTensor?[] _masks = new BitTensor?[3];

    public BareStep(IDevice device, int samples, double density = 1)
    {
        _device = device;
        Samples = samples;
        var size = Enumerable.Range(0, 3).Sum(l => Widths[l] * Widths[l + 1] + Widths[l + 1]);
        (_parameters, _parameterGradients, _velocity) = (device.Allocate(new Shape(size)), device.Allocate(new Shape(size)), device.Allocate(new Shape(size)));
        var bits = density < 1 ? Mask(size, density) : null;
        var mask = bits is null ? null : device.PlaceBits(bits, size);
        for (var (l, offset) = (0, 0); l < 3; l++)
        {
            var (i, o) = (Widths[l], Widths[l + 1]);
            (_weights[l], _weightGradients[l]) = (_parameters.View(offset, new Shape(i, o)), _parameterGradients.View(offset, new Shape(i, o)));
            offset += i * o;
            (_biases[l], _biasGradients[l]) = (_parameters.View(offset, new Shape(o)), _parameterGradients.View(offset, new Shape(o)));
            offset += o;
            var values = new float[i * o];
            NormalDraws.Fill(seed: 1, (uint)l, Math.Sqrt(2.0 / i), values);
            if (mask is not null)
            {
                _masks[l] = mask.View(_weights[l].Offset, i * o);
                Select(values, bits, _weights[l].Offset);
            }

            device.Write(values, _weights[l]);
        }

        for (var l = 0; l < 4; l++)
        {
            (_activations[l], _gradients[l]) = (device.Allocate(new Shape(samples, Widths[l])), device.Allocate(new Shape(samples, Widths[l])));
        }

        _batch = new GatherSamples(
            device.Place(Enumerable.Range(0, samples * 784).Select(i => (byte)(i * 7 % 251)).ToArray(), new Shape(samples, 784)), Indices(samples), _activations[0], Images: null, _step);
        _labels = device.Place(Enumerable.Range(0, samples).Select(i => (byte)(i % 10)).ToArray(), new Shape(samples));
        _ring = device.AllocateRing(1);
        _update = new SgdStep(_parameters, _parameterGradients, _velocity, mask, null, 0.9f, 1e-4f, Nesterov: false, _step, _ring);
        _work = [.. Operations().Select(device.Prepare)];
    }

    public int Samples { get; }

    /// <summary>Multiplications and additions of the five large and small products and their gradients.</summary>
    public double Flops => 2.0 * Samples * (2 * 784 * 300 + 3 * 300 * 100 + 3 * 100 * 10);

    public StepRecord Run()
    {
        _step.Rate = 0.01f;
        foreach (var work in _work)
        {
            work();
        }

        _ring.Advance();
        return _ring.Drain()[0];
    }

    public IEnumerable<(string Name, double Flops, Action Work)> Parts()
    {
        yield return ("gather", 0, _device.Prepare(_batch));
        for (var l = 0; l < 3; l++)
        {
            var flops = 2.0 * Samples * Widths[l] * Widths[l + 1];
            yield return ($"product {Samples}x{Widths[l + 1]}x{Widths[l]}", flops, _device.Prepare(Product(l)));
            yield return ($"weight gradient {Widths[l]}x{Widths[l + 1]}", flops, _device.Prepare(Weight(l)));
            if (l > 0)
            {
                yield return ($"input gradient {Samples}x{Widths[l]}x{Widths[l + 1]}", flops, _device.Prepare(Input(l)));
            }
        }

        yield return ("bias 300", 0, _device.Prepare(new AddBias(_activations[1], _biases[0])));
        yield return ("bias gradient 300", 0, _device.Prepare(new BiasGradient(_gradients[1], _biasGradients[0])));
        yield return ("relu 300", 0, _device.Prepare(new Relu(_activations[1])));
        yield return ("relu gradient 300", 0, _device.Prepare(new ReluGradient(_activations[1], _gradients[1])));
        yield return ("softmax", 0, _device.Prepare(Loss()));
        yield return ("fingerprint", 0, () => _device.Fingerprint(_parameters));
        yield return ("sgd + fingerprint", 0, _device.Prepare(_update));
        yield return ("whole step", Flops, () => Run());
    }

    private IndexTensor Indices(int samples)
    {
        var indices = _device.AllocateIndices(samples);
        _device.Write([.. Enumerable.Range(0, samples)], indices);
        return indices;
    }

    private IEnumerable<Operation> Operations()
    {
        yield return _batch;
        for (var l = 0; l < 3; l++)
        {
            yield return Product(l);
            yield return new AddBias(_activations[l + 1], _biases[l]);
            if (l < 2)
            {
                yield return new Relu(_activations[l + 1]);
            }
        }

        yield return Loss();
        for (var l = 2; l >= 0; l--)
        {
            yield return Weight(l);
            yield return new BiasGradient(_gradients[l + 1], _biasGradients[l]);
            if (l > 0)
            {
                yield return Input(l);
                yield return new ReluGradient(_activations[l], _gradients[l]);
            }
        }

        yield return _update;
    }

    // Biases are kept.
    private static byte[] Mask(int size, double density)
    {
        var (bits, draw, n) = (new byte[(size + 7) / 8], new PhiloxStream(7, Purpose.Synthetic, 0, 0), 0);
        for (var l = 0; l < 3; l++)
        {
            var weights = n + Widths[l] * Widths[l + 1];
            for (var end = weights + Widths[l + 1]; n < end; n++)
            {
                bits[n / 8] |= (byte)(n >= weights || draw.Word((uint)n) < density * 4294967296.0 ? 1 << n % 8 : 0);
            }
        }

        return bits;
    }

    private static void Select(float[] values, byte[]? bits, int offset)
    {
        for (var n = 0; n < values.Length; n++)
        {
            values[n] = (bits![(offset + n) / 8] >> (offset + n) % 8 & 1) != 0 ? values[n] : 0f;
        }
    }

    private MatrixProduct Product(int l) => new(_activations[l], _weights[l], _masks[l], _activations[l + 1]);

    private WeightGradient Weight(int l) => new(_activations[l], _gradients[l + 1], _masks[l], _weightGradients[l]);

    private InputGradient Input(int l) => new(_gradients[l + 1], _weights[l], _masks[l], _gradients[l]);

    private SoftmaxCrossEntropy Loss() => new(_activations[3], _labels, _gradients[3], Smoothing: 0f, _ring);
}
