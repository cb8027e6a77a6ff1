using Ledger.Arithmetic;
using Ledger.Arithmetic.Devices;
using Ledger.Arithmetic.Operations;
using Ledger.Arithmetic.Tensors;

namespace Ledger.Application.Tests.Scenarios;

/// <summary>A device with a planted fault.</summary>
internal sealed class FaultyDevice(IDevice device, Fault fault) : IDevice
{
    private readonly Dictionary<string, int> _calls = [];
    private float[] _alive = [];
    private byte[] _bits = [];

    // What became of loss and count must outlive the step's second report.
    private Func<StepRecord, StepRecord> _alter = static record => record;

    public string Name => device.Name;

    public Tensor Allocate(Shape shape, string name = "") => device.Allocate(shape, name);

    public ByteTensor Place(ReadOnlyMemory<byte> bytes, Shape shape) => device.Place(bytes, shape);

    public ByteTensor AllocateBytes(Shape shape) => device.AllocateBytes(shape);

    public IndexTensor AllocateIndices(int length) => device.AllocateIndices(length);

    public BitTensor PlaceBits(ReadOnlySpan<byte> bits, int length)
    {
        _bits = bits.ToArray();
        return device.PlaceBits(bits, length);
    }

    public StepRing AllocateRing(int capacity) => new FaultyRing(capacity, device.AllocateRing(1));

    public void Write(ReadOnlySpan<float> source, Tensor target) => device.Write(source, target);

    public void Write(ReadOnlySpan<int> source, IndexTensor target) => device.Write(source, target);

    public void Read(Tensor source, Span<float> target) => device.Read(source, target);

    public void Read(ByteTensor source, Span<byte> target) => device.Read(source, target);

    public Fingerprint Fingerprint(Tensor values) => device.Fingerprint(values);

    public void Dispose() => device.Dispose();

    public Action Prepare(Operation operation)
    {
        var work = device.Prepare(operation.On(new Unwrapped()));
        return operation switch
        {
            GatherLabels o => () =>
            {
                work();
                ErrInLabel(o);
            },
            SoftmaxCrossEntropy o => () =>
            {
                work();
                Err(o.Name, o.Gradient);
                Alter((FaultyRing)o.Ring);
            },
            SampleLosses o => () =>
            {
                work();
                Err(o.Name, o.Losses);
                Err("SampleLosses.correct", o.Correct, flip: static hit => 1f - hit);
            },
            SgdStep o => () =>
            {
                work();
                Update(o);
            },
            _ => () =>
            {
                work();
                foreach (var (tensor, defined) in operation.Outputs)
                {
                    Err(operation.Name, tensor, Counting(operation, defined));
                }

                if (operation is Relu relu)
                {
                    _alive = new float[relu.Y.Size];
                    device.Read(relu.Y, _alive);
                }
            },
        };
    }

    /// <summary>What reaches the rest of the step: kept weights, and behind a product what its ReLU lets through.</summary>
    private float[]? Counting(Operation operation, BitTensor? defined) => operation is InputGradient
        ? _alive
        : defined is null ? null : [.. Enumerable.Range(defined.Offset, defined.Length).Select(i => (float)(_bits[i / 8] >> (i % 8) & 1))];

    private void ErrInLabel(GatherLabels o)
    {
        if (!IsNow(o.Name))
        {
            return;
        }

        // Another label, not one beyond the classes: taken from a copy of the data in which one differs.
        var found = new byte[o.Batch.Shape.Size];
        device.Read(o.Batch, found);
        fault.Index = Array.FindIndex(found, static label => label < 2);
        found[fault.Index] ^= 1;
        var indices = device.AllocateIndices(found.Length);
        device.Write([.. Enumerable.Range(0, found.Length)], indices);
        device.Prepare(new GatherLabels(device.Place(found, o.Batch.Shape), indices, o.Batch))();
    }

    private void Alter(FaultyRing ring)
    {
        var (loss, correct) = (IsNow("SoftmaxCrossEntropy.loss"), IsNow("SoftmaxCrossEntropy.correct"));
        _alter = record => record with { Loss = loss ? Flipped(record.Loss) : record.Loss, Correct = correct ? record.Correct ^ 1 : record.Correct };
        ring.Take(_alter);
    }

    private void Update(SgdStep o)
    {
        Err("SgdStep.parameters", o.Values);
        Err("SgdStep.velocity", o.Velocity);
        var isNow = IsNow("SgdStep.fingerprint");
        ((FaultyRing)o.Ring).Take(record => _alter(record) with
        {
            Fingerprint = isNow ? new Fingerprint(record.Fingerprint.First ^ (1ul << 32), record.Fingerprint.Second) : record.Fingerprint,
        });
    }

    private bool IsNow(string operation)
    {
        _calls[operation] = _calls.GetValueOrDefault(operation) + 1;
        return operation == fault.Operation && _calls[operation] == fault.Call;
    }

    /// <summary>Alters the largest element among those that count: others may vanish on the way.</summary>
    private void Err(string operation, Tensor output, float[]? counts = null, Func<float, float>? flip = null)
    {
        if (!IsNow(operation))
        {
            return;
        }

        var values = new float[output.Size];
        device.Read(output, values);
        fault.Index = Enumerable.Range(0, values.Length).Where(i => counts is null || counts[i] > 0).MaxBy(i => values[i]);
        values[fault.Index] = (flip ?? Flipped)(values[fault.Index]);
        device.Write(values, output);
    }

    private float Flipped(float value) => BitConverter.UInt32BitsToSingle(BitConverter.SingleToUInt32Bits(value) ^ (1u << fault.Bit));

    /// <summary>Everything is the device's own but the ring.</summary>
    private sealed class Unwrapped : IPlacement
    {
        public Tensor Of(Tensor tensor) => tensor;

        public BitTensor? Of(BitTensor? mask) => mask;

        public ByteTensor Of(ByteTensor bytes) => bytes;

        public IndexTensor Of(IndexTensor indices) => indices;

        public StepRing Of(StepRing ring) => ((FaultyRing)ring).Inner;
    }
}
