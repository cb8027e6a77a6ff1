using Ledger.Arithmetic;
using Ledger.Arithmetic.Devices;
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

    public Tensor Allocate(Shape shape) => device.Allocate(shape);

    public ByteTensor Place(ReadOnlyMemory<byte> bytes, Shape shape) => device.Place(bytes, shape);

    public ByteTensor AllocateBytes(Shape shape) => device.AllocateBytes(shape);

    public BitTensor PlaceBits(ReadOnlySpan<byte> bits, int length)
    {
        _bits = bits.ToArray();
        return device.PlaceBits(bits, length);
    }

    public StepRing AllocateRing(int capacity) => new FaultyRing(capacity, device.AllocateRing(1));

    public void Write(ReadOnlySpan<float> source, Tensor target) => device.Write(source, target);

    public void Read(Tensor source, Span<float> target) => device.Read(source, target);

    public void Read(ByteTensor source, Span<byte> target) => device.Read(source, target);

    public void GatherSamples(ByteTensor samples, ReadOnlySpan<int> indices, Tensor batch)
    {
        device.GatherSamples(samples, indices, batch);
        Err("GatherSamples", batch);
    }

    public void GatherLabels(ByteTensor labels, ReadOnlySpan<int> indices, ByteTensor batch)
    {
        var source = labels;
        if (IsNow("GatherLabels"))
        {
            var all = new byte[labels.Shape.Size];
            device.Read(labels, all);

            // Another label, not one beyond the classes.
            fault.Index = Array.FindIndex(indices.ToArray(), index => all[index] < 2);
            all[indices[fault.Index]] ^= 1;
            source = device.Place(all, labels.Shape);
        }

        device.GatherLabels(source, indices, batch);
    }

    public void MatrixProduct(Tensor x, Tensor w, BitTensor? mask, Tensor y)
    {
        device.MatrixProduct(x, w, mask, y);
        Err("MatrixProduct", y);
    }

    public void InputGradient(Tensor dy, Tensor w, BitTensor? mask, Tensor dx)
    {
        device.InputGradient(dy, w, mask, dx);
        Err("InputGradient", dx, _alive);
    }

    public void WeightGradient(Tensor x, Tensor dy, BitTensor? mask, Tensor dw)
    {
        device.WeightGradient(x, dy, mask, dw);
        Err("WeightGradient", dw, mask is null ? null : [.. Enumerable.Range(mask.Offset, mask.Length).Select(i => (float)(_bits[i / 8] >> (i % 8) & 1))]);
    }

    public void AddBias(Tensor y, Tensor bias)
    {
        device.AddBias(y, bias);
        Err("AddBias", y);
    }

    public void BiasGradient(Tensor dy, Tensor dbias)
    {
        device.BiasGradient(dy, dbias);
        Err("BiasGradient", dbias);
    }

    public void Relu(Tensor y)
    {
        device.Relu(y);
        Err("Relu", y);
        _alive = new float[y.Size];
        device.Read(y, _alive);
    }

    public void ReluGradient(Tensor y, Tensor dy)
    {
        device.ReluGradient(y, dy);
        Err("ReluGradient", dy);
    }

    public void SoftmaxCrossEntropy(Tensor logits, ByteTensor labels, Tensor gradient, StepRing ring)
    {
        device.SoftmaxCrossEntropy(logits, labels, gradient, ((FaultyRing)ring).Inner);
        Err("SoftmaxCrossEntropy", gradient);
        var (loss, correct) = (IsNow("SoftmaxCrossEntropy.loss"), IsNow("SoftmaxCrossEntropy.correct"));
        _alter = record => record with { Loss = loss ? Flipped(record.Loss) : record.Loss, Correct = correct ? record.Correct ^ 1 : record.Correct };
        ((FaultyRing)ring).Take(_alter);
    }

    public int SampleLosses(Tensor logits, ByteTensor labels, Tensor losses)
    {
        var correct = device.SampleLosses(logits, labels, losses);
        Err("SampleLosses", losses);
        return IsNow("SampleLosses.correct") ? correct ^ 1 : correct;
    }

    public void SgdStep(Tensor parameters, Tensor gradients, Tensor velocity, BitTensor? mask, SgdCoefficients coefficients, StepRing ring)
    {
        device.SgdStep(parameters, gradients, velocity, mask, coefficients, ((FaultyRing)ring).Inner);
        Err("SgdStep.parameters", parameters);
        Err("SgdStep.velocity", velocity);
        var isNow = IsNow("SgdStep.fingerprint");
        ((FaultyRing)ring).Take(record => _alter(record) with
        {
            Fingerprint = isNow ? new Fingerprint(record.Fingerprint.First ^ (1ul << 32), record.Fingerprint.Second) : record.Fingerprint,
        });
    }

    public Fingerprint Fingerprint(Tensor parameters) => device.Fingerprint(parameters);

    public void Dispose() => device.Dispose();

    private bool IsNow(string operation)
    {
        _calls[operation] = _calls.GetValueOrDefault(operation) + 1;
        return operation == fault.Operation && _calls[operation] == fault.Call;
    }

    /// <summary>Alters the largest element among those that count: others may vanish on the way.</summary>
    private void Err(string operation, Tensor output, float[]? counts = null)
    {
        if (!IsNow(operation))
        {
            return;
        }

        var values = new float[output.Size];
        device.Read(output, values);
        fault.Index = Enumerable.Range(0, values.Length).Where(i => counts is null || counts[i] > 0).MaxBy(i => values[i]);
        values[fault.Index] = Flipped(values[fault.Index]);
        device.Write(values, output);
    }

    private float Flipped(float value) => BitConverter.UInt32BitsToSingle(BitConverter.SingleToUInt32Bits(value) ^ (1u << fault.Bit));
}
