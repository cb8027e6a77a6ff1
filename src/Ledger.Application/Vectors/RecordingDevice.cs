using System.Globalization;
using Ledger.Arithmetic;
using Ledger.Arithmetic.Devices;
using Ledger.Arithmetic.Operations;
using Ledger.Arithmetic.Tensors;
using Ledger.Training.States;

namespace Ledger.Application.Vectors;

/// <summary>A device that writes down everything its operations make, in the order in which they run: <c>step1.007.Convolve.conv1</c>.</summary>
/// <param name="device">Does the work; records of its rings are drained after every step.</param>
/// <param name="file">Takes the tensors.</param>
internal sealed class RecordingDevice(IDevice device, SafetensorsFile file) : IDevice
{
    private readonly Dictionary<DeviceMemory, ReadOnlyMemory<byte>> _bytes = [];
    private readonly Dictionary<DeviceMemory, int[]> _indices = [];
    private int _step;

    /// <inheritdoc/>
    public string Name => device.Name;

    /// <summary>Operations of the step so far.</summary>
    public int Operations { get; private set; }

    /// <summary>Names what follows after a step, 1 for the first.</summary>
    public void Begin(int step) => (_step, Operations) = (step, 0);

    /// <inheritdoc/>
    public Tensor Allocate(Shape shape, string name = "") => device.Allocate(shape, name);

    /// <inheritdoc/>
    public ByteTensor Place(ReadOnlyMemory<byte> bytes, Shape shape)
    {
        var placed = device.Place(bytes, shape);
        _bytes.Add(placed.Memory, bytes);
        return placed;
    }

    /// <inheritdoc/>
    public ByteTensor AllocateBytes(Shape shape) => device.AllocateBytes(shape);

    /// <inheritdoc/>
    public IndexTensor AllocateIndices(int length) => device.AllocateIndices(length);

    /// <inheritdoc/>
    public BitTensor PlaceBits(ReadOnlySpan<byte> bits, int length)
    {
        var placed = device.PlaceBits(bits, length);
        _bytes.Add(placed.Memory, bits.ToArray());
        return placed;
    }

    /// <inheritdoc/>
    public StepRing AllocateRing(int capacity) => device.AllocateRing(capacity);

    /// <inheritdoc/>
    public void Write(ReadOnlySpan<float> source, Tensor target) => device.Write(source, target);

    /// <inheritdoc/>
    public void Write(ReadOnlySpan<int> source, IndexTensor target)
    {
        device.Write(source, target);
        _indices[target.Memory] = source.ToArray();
    }

    /// <inheritdoc/>
    public void Read(Tensor source, Span<float> target) => device.Read(source, target);

    /// <inheritdoc/>
    public void Read(ByteTensor source, Span<byte> target) => device.Read(source, target);

    /// <inheritdoc/>
    public Action Prepare(Operation operation)
    {
        var work = device.Prepare(operation);
        return () =>
        {
            work();
            Record(operation);
        };
    }

    /// <inheritdoc/>
    public Fingerprint Fingerprint(Tensor values) => device.Fingerprint(values);

    /// <inheritdoc/>
    public void Dispose() => device.Dispose();

    private void Record(Operation operation)
    {
        var prefix = string.Create(CultureInfo.InvariantCulture, $"step{_step}.{Operations++:D3}.{operation.Name}");
        foreach (var entry in OperationConstants.Of(operation, prefix).Concat(Raw(operation, prefix)).Concat(Made(operation, prefix)).Concat(Reported(operation, prefix)))
        {
            file.Add(entry);
        }
    }

    private IEnumerable<SafetensorsEntry> Made(Operation operation, string prefix) =>
        operation.Outputs.Select(output => VectorEntries.Floats($"{prefix}.{output.Tensor.Name}", output.Tensor.Shape.Extents(), Defined(output)));

    private float[] Defined(Output output)
    {
        var values = new float[output.Tensor.Size];
        device.Read(output.Tensor, values);
        if (output.Defined is { } mask)
        {
            var bits = _bytes[mask.Memory].Span;
            for (var i = 0; i < values.Length; i++)
            {
                values[i] = (bits[(mask.Offset + i) / 8] >> ((mask.Offset + i) % 8) & 1) != 0 ? values[i] : 0f;
            }
        }

        return values;
    }

    private IEnumerable<SafetensorsEntry> Raw(Operation operation, string prefix)
    {
        switch (operation)
        {
            case GatherSamples gather:
                var size = gather.Samples.Shape.Columns;
                byte[] samples = [.. _indices[gather.Indices.Memory].SelectMany(index => _bytes[gather.Samples.Memory].Slice(index * size, size).ToArray())];
                yield return VectorEntries.Bytes($"{prefix}.bytes", [gather.Indices.Length, size], samples);
                break;
            case GatherLabels gather:
                var labels = new byte[gather.Batch.Shape.Size];
                device.Read(gather.Batch, labels);
                yield return VectorEntries.Bytes($"{prefix}.labels", [labels.Length], labels);
                break;
        }
    }

    private static IEnumerable<SafetensorsEntry> Reported(Operation operation, string prefix)
    {
        if (operation.Reports is not { } ring)
        {
            return [];
        }

        // No record is pending within a step: the current one is the first.
        ring.Advance();
        var record = ring.Drain()[0];
        return operation is SgdStep or AdamStep
            ? [VectorEntries.Number($"{prefix}.finite", record.IsFinite ? 1u : 0u), VectorEntries.Number($"{prefix}.fingerprint", record.Fingerprint)]
            : [VectorEntries.Number($"{prefix}.loss", record.Loss), VectorEntries.Number($"{prefix}.correct", (uint)record.Correct)];
    }
}
