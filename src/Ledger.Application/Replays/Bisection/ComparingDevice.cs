using Ledger.Arithmetic;
using Ledger.Arithmetic.Devices;
using Ledger.Arithmetic.Operations;
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
    private readonly Side _fastSide = new(isReference: false), _referenceSide = new(isReference: true);
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
    public Tensor Allocate(Shape shape, string name = "")
    {
        var memory = new PairedMemory(fast.Allocate(shape), reference.Allocate(shape));
        _tensors.Add(memory);
        return new Tensor(memory, 0, shape, name);
    }

    /// <inheritdoc/>
    public ByteTensor Place(ReadOnlyMemory<byte> bytes, Shape shape) => new(new PairedBytes(fast.Place(bytes, shape), reference.Place(bytes, shape)), shape);

    /// <inheritdoc/>
    public ByteTensor AllocateBytes(Shape shape) => new(new PairedBytes(fast.AllocateBytes(shape), reference.AllocateBytes(shape)), shape);

    /// <inheritdoc/>
    public IndexTensor AllocateIndices(int length) => new(new PairedIndices(fast.AllocateIndices(length), reference.AllocateIndices(length)), length);

    /// <inheritdoc/>
    public BitTensor PlaceBits(ReadOnlySpan<byte> bits, int length) => new(new PairedBits(fast.PlaceBits(bits, length), reference.PlaceBits(bits, length), bits.ToArray()), 0, length);

    /// <inheritdoc/>
    public StepRing AllocateRing(int capacity) => new PairedRing(capacity, fast.AllocateRing(1), reference.AllocateRing(1));

    /// <inheritdoc/>
    public void Write(ReadOnlySpan<float> source, Tensor target)
    {
        fast.Write(source, _fastSide.Of(target));
        if (_isEngaged)
        {
            reference.Write(source, _referenceSide.Of(target));
        }
    }

    /// <inheritdoc/>
    public void Write(ReadOnlySpan<int> source, IndexTensor target)
    {
        fast.Write(source, _fastSide.Of(target));
        reference.Write(source, _referenceSide.Of(target));
    }

    /// <inheritdoc/>
    public void Read(Tensor source, Span<float> target) => fast.Read(_fastSide.Of(source), target);

    /// <inheritdoc/>
    public void Read(ByteTensor source, Span<byte> target) => fast.Read(_fastSide.Of(source), target);

    /// <inheritdoc/>
    public Action Prepare(Operation operation)
    {
        var fastWork = fast.Prepare(operation.On(_fastSide));
        var referenceWork = reference.Prepare(operation.On(_referenceSide));
        return () =>
        {
            fastWork();
            if (_isEngaged)
            {
                referenceWork();
                Compare(operation);
            }

            if (operation is SgdStep or AdamStep)
            {
                ((PairedRing)operation.Reports!).Keep();
            }
        };
    }

    /// <inheritdoc/>
    public Fingerprint Fingerprint(Tensor values)
    {
        var found = fast.Fingerprint(_fastSide.Of(values));
        if (_isEngaged)
        {
            Compare(nameof(Fingerprint), OutputComparison.Words(found), OutputComparison.Words(reference.Fingerprint(_referenceSide.Of(values))));
        }

        return found;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        fast.Dispose();
        reference.Dispose();
    }

    private void Compare(Operation operation)
    {
        foreach (var (tensor, defined) in operation.Outputs)
        {
            _outputs.Tensor(
                operation.Name,
                PairedView.Of(tensor),
                (index, a, b) => _names.Element(operation, tensor, index, a, b),
                defined is null ? null : i => ((PairedBits)defined.Memory).Has(defined.Offset + i));
        }

        if (operation is GatherLabels labels)
        {
            _outputs.Bytes(operation.Name, _fastSide.Of(labels.Batch), _referenceSide.Of(labels.Batch), "labels");
        }

        if (operation.Reports is PairedRing ring)
        {
            var isUpdate = operation is SgdStep or AdamStep;
            Compare(operation.Name, Numbers(ring.Current(isReference: false), isUpdate), Numbers(ring.Current(isReference: true), isUpdate));
        }
    }

    private static (string Name, uint Bits)[] Numbers(StepRecord record, bool isUpdate) => isUpdate
        ? [("finite", record.IsFinite ? 1u : 0), .. OutputComparison.Words(record.Fingerprint)]
        : [("loss", OutputComparison.Bits(record.Loss)), ("correct", (uint)record.Correct)];

    private void Compare(string operation, (string Name, uint Bits)[] found, (string Name, uint Bits)[] wanted)
    {
        foreach (var ((name, a), (_, b)) in found.Zip(wanted))
        {
            _outputs.Number(operation, name, index: null, a, b);
        }
    }
}
