using System.Runtime.CompilerServices;
using Ledger.Arithmetic;
using Ledger.Arithmetic.Devices;
using Ledger.Arithmetic.Tensors;
using Ledger.Training.Networks;

namespace Ledger.Application.Replays.Bisection;

/// <summary>
/// The fast device with the reference beside it: once engaged, each operation is done by both on equal inputs, and the first output
/// that differs is kept. What it answers is the fast device's.
/// </summary>
internal sealed class ComparingDevice(IDevice fast, IDevice reference, NetworkDescription network) : IDevice
{
    private readonly List<PairedMemory> _tensors = [];
    private readonly TensorNames _names = new(network);
    private readonly OutputComparison _outputs = new(fast, reference);
    private bool _isEngaged;

    /// <inheritdoc/>
    public string Name => fast.Name;

    /// <summary>The first operation and element in which the devices differ, or null.</summary>
    public (string Operation, ElementDifference Element)? Mismatch => _outputs.First;

    /// <summary>Compares from now on: both devices begin with what the fast one holds.</summary>
    public void Engage()
    {
        _isEngaged = true;
        foreach (var tensor in _tensors)
        {
            tensor.Copy(fast, reference);
        }
    }

    /// <inheritdoc/>
    public Tensor Allocate(Shape shape)
    {
        var memory = new PairedMemory(fast.Allocate(shape), reference.Allocate(shape));
        _tensors.Add(memory);
        return new Tensor(memory, 0, shape);
    }

    /// <inheritdoc/>
    public ByteTensor Place(ReadOnlyMemory<byte> bytes, Shape shape) => new(new PairedBytes(fast.Place(bytes, shape), reference.Place(bytes, shape)), shape);

    /// <inheritdoc/>
    public ByteTensor AllocateBytes(Shape shape) => new(new PairedBytes(fast.AllocateBytes(shape), reference.AllocateBytes(shape)), shape);

    /// <inheritdoc/>
    public BitTensor PlaceBits(ReadOnlySpan<byte> bits, int length) => new(new PairedBits(fast.PlaceBits(bits, length), reference.PlaceBits(bits, length), bits.ToArray()), 0, length);

    /// <inheritdoc/>
    public StepRing AllocateRing(int capacity) => new PairedRing(capacity, fast.AllocateRing(1), reference.AllocateRing(1));

    /// <inheritdoc/>
    public void Write(ReadOnlySpan<float> source, Tensor target)
    {
        fast.Write(source, On(target, isReference: false));
        if (_isEngaged)
        {
            reference.Write(source, On(target, isReference: true));
        }
    }

    /// <inheritdoc/>
    public void Read(Tensor source, Span<float> target) => fast.Read(On(source, isReference: false), target);

    /// <inheritdoc/>
    public void Read(ByteTensor source, Span<byte> target) => fast.Read(On(source, isReference: false), target);

    /// <inheritdoc/>
    public void GatherSamples(ByteTensor samples, ReadOnlySpan<int> indices, Tensor batch)
    {
        foreach (var (device, side) in Sides())
        {
            device.GatherSamples(On(samples, side), indices, On(batch, side));
        }

        Compare(batch, "input");
    }

    /// <inheritdoc/>
    public void GatherLabels(ByteTensor labels, ReadOnlySpan<int> indices, ByteTensor batch)
    {
        foreach (var (device, side) in Sides())
        {
            device.GatherLabels(On(labels, side), indices, On(batch, side));
        }

        if (_isEngaged)
        {
            _outputs.Bytes(nameof(GatherLabels), On(batch, isReference: false), On(batch, isReference: true), "labels");
        }
    }

    /// <inheritdoc/>
    public void MatrixProduct(Tensor x, Tensor w, BitTensor? mask, Tensor y)
    {
        Do((device, side) => device.MatrixProduct(On(x, side), On(w, side), On(mask, side), On(y, side)));
        _names.Note(w, y);
        Compare(y, _names.LayerOf(y));
    }

    /// <inheritdoc/>
    public void InputGradient(Tensor dy, Tensor w, BitTensor? mask, Tensor dx)
    {
        Do((device, side) => device.InputGradient(On(dy, side), On(w, side), On(mask, side), On(dx, side)));
        Compare(dx, $"{_names.Parameter(w)?.Name.Split('.')[0]}.input.gradient");
    }

    /// <inheritdoc/>
    public void WeightGradient(Tensor x, Tensor dy, BitTensor? mask, Tensor dw)
    {
        Do((device, side) => device.WeightGradient(On(x, side), On(dy, side), On(mask, side), On(dw, side)));
        Compare(dw, $"{_names.Parameter(dw)?.Name}.gradient", mask);
    }

    /// <inheritdoc/>
    public void AddBias(Tensor y, Tensor bias)
    {
        Do((device, side) => device.AddBias(On(y, side), On(bias, side)));
        Compare(y, _names.LayerOf(y));
    }

    /// <inheritdoc/>
    public void BiasGradient(Tensor dy, Tensor dbias)
    {
        Do((device, side) => device.BiasGradient(On(dy, side), On(dbias, side)));
        Compare(dbias, $"{_names.Parameter(dbias)?.Name}.gradient");
    }

    /// <inheritdoc/>
    public void Relu(Tensor y)
    {
        Do((device, side) => device.Relu(On(y, side)));
        Compare(y, _names.LayerOf(y));
    }

    /// <inheritdoc/>
    public void ReluGradient(Tensor y, Tensor dy)
    {
        Do((device, side) => device.ReluGradient(On(y, side), On(dy, side)));
        Compare(dy, $"{_names.LayerOf(y)}.gradient");
    }

    /// <inheritdoc/>
    public void SoftmaxCrossEntropy(Tensor logits, ByteTensor labels, Tensor gradient, StepRing ring)
    {
        Do((device, side) => device.SoftmaxCrossEntropy(On(logits, side), On(labels, side), On(gradient, side), ((PairedRing)ring).On(side)));
        Compare(gradient, $"{_names.LayerOf(logits)}.gradient");
        CompareRecords((PairedRing)ring, static record => [("loss", OutputComparison.Bits(record.Loss)), ("correct", (uint)record.Correct)]);
    }

    /// <inheritdoc/>
    public int SampleLosses(Tensor logits, ByteTensor labels, Tensor losses)
    {
        var correct = new int[2];
        Do((device, side) => correct[side ? 1 : 0] = device.SampleLosses(On(logits, side), On(labels, side), On(losses, side)));
        Compare(losses, "losses");
        CompareNumber("correct", (uint)correct[0], (uint)correct[1]);
        return correct[0];
    }

    /// <inheritdoc/>
    public void SgdStep(Tensor parameters, Tensor gradients, Tensor velocity, BitTensor? mask, SgdCoefficients coefficients, StepRing ring)
    {
        var paired = (PairedRing)ring;
        Do((device, side) => device.SgdStep(On(parameters, side), On(gradients, side), On(velocity, side), On(mask, side), coefficients, paired.On(side)));
        CompareAll(parameters, "");
        CompareAll(velocity, ".velocity");
        CompareRecords(paired, static record => [("finite", record.IsFinite ? 1u : 0), .. OutputComparison.Words(record.Fingerprint)]);
        paired.Keep();
    }

    /// <inheritdoc/>
    public Fingerprint Fingerprint(Tensor parameters)
    {
        var found = new Fingerprint[2];
        Do((device, side) => found[side ? 1 : 0] = device.Fingerprint(On(parameters, side)));
        foreach (var ((name, a), (_, b)) in OutputComparison.Words(found[0]).Zip(OutputComparison.Words(found[1])))
        {
            CompareNumber(name, a, b);
        }

        return found[0];
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        fast.Dispose();
        reference.Dispose();
    }

    private void Do(Action<IDevice, bool> operation)
    {
        foreach (var (device, side) in Sides())
        {
            operation(device, side);
        }
    }

    private (IDevice Device, bool IsReference)[] Sides() => _isEngaged ? [(fast, false), (reference, true)] : [(fast, false)];

    private void Compare(Tensor output, string name, BitTensor? mask = null, [CallerMemberName] string operation = "")
    {
        if (_isEngaged)
        {
            _outputs.Tensor(operation, PairedView.Of(output), Name, mask is null ? null : i => ((PairedBits)mask.Memory).Has(mask.Offset + i));
        }

        ElementDifference Name(int index, uint a, uint b) => new(name, index, ElementDifference.Coordinates(index, output.Shape.Rank, output.Shape.Columns), a, b);
    }

    private void CompareAll(Tensor parameters, string suffix, [CallerMemberName] string operation = "")
    {
        if (_isEngaged)
        {
            _outputs.Tensor(operation, PairedView.Of(parameters), (index, a, b) => _names.OfParameters(suffix, index, a, b));
        }
    }

    private void CompareRecords(PairedRing ring, Func<StepRecord, IEnumerable<(string Name, uint Bits)>> numbers, [CallerMemberName] string operation = "")
    {
        if (_isEngaged)
        {
            foreach (var ((name, a), (_, b)) in numbers(ring.Current(isReference: false)).Zip(numbers(ring.Current(isReference: true))))
            {
                _outputs.Number(operation, name, index: null, a, b);
            }
        }
    }

    private void CompareNumber(string name, uint a, uint b, [CallerMemberName] string operation = "")
    {
        if (_isEngaged)
        {
            _outputs.Number(operation, name, index: null, a, b);
        }
    }

    private static Tensor On(Tensor tensor, bool isReference) => PairedView.Of(tensor).On(isReference);

    private static ByteTensor On(ByteTensor tensor, bool isReference) => ((PairedBytes)tensor.Memory).On(isReference) with { Shape = tensor.Shape };

    private static BitTensor? On(BitTensor? mask, bool isReference) => mask is null ? null : ((PairedBits)mask.Memory).On(isReference).View(mask.Offset, mask.Length);
}
