using Ledger.Arithmetic.Devices;
using Ledger.Arithmetic.Fast;
using Ledger.Arithmetic.Fast.Sparse;
using Ledger.Arithmetic.Random;
using Ledger.Arithmetic.Tensors;

namespace Ledger.Benchmarks;

/// <summary>One step of LeNet-300-100 under a mask of one density for all weights, dense or by survivors.</summary>
internal sealed class SparseStep<T>
    where T : struct, ILanes<T>
{
    private const int Layers = 3;

    private static readonly int[] Widths = [784, 300, 100, 10];
    private static readonly SgdCoefficients Coefficients = new(1e-3f, 0.9f, 1e-4f);

    private readonly CpuDevice _device;
    private readonly SparseLayer<T>[] _layers = new SparseLayer<T>[Layers];
    private readonly Tensor[] _biases = new Tensor[Layers], _biasGradients = new Tensor[Layers];
    private readonly Tensor[] _activations, _gradients;
    private readonly Tensor _parameters, _parameterGradients, _velocity;
    private readonly ByteTensor _samples, _labels, _batchLabels;
    private readonly BitTensor _mask;
    private readonly SparseParameterPass<T> _pass;
    private readonly int[] _indices;
    private readonly StepRing _ring;

    public SparseStep(CpuDevice device, ThreadTeam team, int samples, double density)
    {
        _device = device;
        var size = Enumerable.Range(0, Layers).Sum(l => Widths[l] * Widths[l + 1] + Widths[l + 1]);
        (_parameters, _parameterGradients, _velocity) = (device.Allocate(new Shape(size)), device.Allocate(new Shape(size)), device.Allocate(new Shape(size)));
        (_activations, _gradients) = (Activations(samples), Activations(samples));
        _mask = DrawMask(size, density);
        for (var (l, offset) = (0, 0); l < Layers; l++)
        {
            var (i, o) = (Widths[l], Widths[l + 1]);
            var (w, dw, mask) = (_parameters.View(offset, new Shape(i, o)), _parameterGradients.View(offset, new Shape(i, o)), _mask.View(offset, i * o));
            (_biases[l], _biasGradients[l]) = (_parameters.View(offset + i * o, new Shape(o)), _parameterGradients.View(offset + i * o, new Shape(o)));
            offset += i * o + o;
            Initialise(l, w, mask);
            _layers[l] = new SparseLayer<T>(device, team, new LinearShape(samples, i, o), _activations[l], w, mask, _activations[l + 1], _gradients[l], _gradients[l + 1], dw);
        }

        _pass = new SparseParameterPass<T>(_mask.Bits(), size, team, new FingerprintTables());
        _samples = device.Place(Enumerable.Range(0, samples * Widths[0]).Select(i => (byte)(i * 7 % 251)).ToArray(), new Shape(samples, Widths[0]));
        _labels = device.Place(Enumerable.Range(0, samples).Select(i => (byte)(i % 10)).ToArray(), new Shape(samples));
        _batchLabels = device.AllocateBytes(new Shape(samples));
        _indices = [.. Enumerable.Range(0, samples)];
        _ring = device.AllocateRing(1);
        Run(isSparse: false);
    }

    public IEnumerable<(string Name, Action Dense, Action Sparse)> Parts()
    {
        for (var l = 0; l < Layers; l++)
        {
            var (layer, name) = (_layers[l], $"{Widths[l]}x{Widths[l + 1]}");
            yield return ($"product {name}", () => layer.Forward(isSparse: false), () => layer.Forward(isSparse: true));
            yield return ($"weight gradient {name}", () => layer.Gradient(isSparse: false), () => layer.Gradient(isSparse: true));
            yield return ($"input gradient {name}", () => layer.Backward(isSparse: false), () => layer.Backward(isSparse: true));
        }

        yield return ("sgd + fingerprint", () => Update(isSparse: false), () => Update(isSparse: true));
        yield return ("whole step", () => Run(isSparse: false), () => Run(isSparse: true));
    }

    private void Run(bool isSparse)
    {
        _device.GatherSamples(_samples, _indices, _activations[0]);
        _device.GatherLabels(_labels, _indices, _batchLabels);
        for (var l = 0; l < Layers; l++)
        {
            _layers[l].Forward(isSparse);
            _device.AddBias(_activations[l + 1], _biases[l]);
            if (l < Layers - 1)
            {
                _device.Relu(_activations[l + 1]);
            }
        }

        _device.SoftmaxCrossEntropy(_activations[^1], _batchLabels, _gradients[^1], _ring);
        for (var l = Layers - 1; l >= 0; l--)
        {
            _layers[l].Gradient(isSparse);
            _device.BiasGradient(_gradients[l + 1], _biasGradients[l]);
            if (l > 0)
            {
                _layers[l].Backward(isSparse);
                _device.ReluGradient(_activations[l], _gradients[l]);
            }
        }

        Update(isSparse);
    }

    private void Update(bool isSparse)
    {
        if (isSparse)
        {
            _pass.Update(_parameters.Elements(), _parameterGradients.Elements(), _velocity.Elements(), Coefficients);
        }
        else
        {
            _device.SgdStep(_parameters, _parameterGradients, _velocity, _mask, Coefficients, _ring);
        }
    }

    private Tensor[] Activations(int samples) => [.. Widths.Select(width => _device.Allocate(new Shape(samples, width)))];

    private void Initialise(int l, Tensor w, BitTensor mask)
    {
        var values = new float[w.Size];
        NormalDraws.Fill(seed: 1, (uint)l, Math.Sqrt(2.0 / w.Shape.Rows), values);
        for (var n = 0; n < values.Length; n++)
        {
            values[n] = mask.Bits().Keeps(n) ? values[n] : 0f;
        }

        _device.Write(values, w);
    }

    // Biases are kept.
    private BitTensor DrawMask(int size, double density)
    {
        var (bits, draw) = (new byte[(size + 7) / 8], new PhiloxStream(7, Purpose.Synthetic, 0, 0));
        for (var (l, n) = (0, 0); l < Layers; l++)
        {
            var weights = n + Widths[l] * Widths[l + 1];
            for (var end = weights + Widths[l + 1]; n < end; n++)
            {
                bits[n / 8] |= (byte)(n >= weights || draw.Word((uint)n) < density * 4294967296.0 ? 1 << n % 8 : 0);
            }
        }

        return _device.PlaceBits(bits, size);
    }
}
