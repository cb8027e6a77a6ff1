using System.Diagnostics;
using Ledger.Arithmetic;
using Ledger.Arithmetic.Devices;
using Ledger.Arithmetic.Operations;
using Ledger.Arithmetic.Tensors;

namespace Ledger.Benchmarks;

/// <summary>A device that takes the time of each operation.</summary>
internal sealed class TallyingDevice(IDevice device) : IDevice
{
    private readonly Dictionary<string, double> _milliseconds = [];

    public string Name => device.Name;

    public Tensor Allocate(Shape shape, string name = "") => device.Allocate(shape, name);

    public ByteTensor Place(ReadOnlyMemory<byte> bytes, Shape shape) => device.Place(bytes, shape);

    public ByteTensor AllocateBytes(Shape shape) => device.AllocateBytes(shape);

    public IndexTensor AllocateIndices(int length) => device.AllocateIndices(length);

    public BitTensor PlaceBits(ReadOnlySpan<byte> bits, int length) => device.PlaceBits(bits, length);

    public StepRing AllocateRing(int capacity) => device.AllocateRing(capacity);

    public void Write(ReadOnlySpan<float> source, Tensor target) => device.Write(source, target);

    public void Write(ReadOnlySpan<int> source, IndexTensor target) => device.Write(source, target);

    public void Read(Tensor source, Span<float> target) => device.Read(source, target);

    public void Read(ByteTensor source, Span<byte> target) => device.Read(source, target);

    public Fingerprint Fingerprint(Tensor values) => device.Fingerprint(values);

    public void Dispose() => device.Dispose();

    public Action Prepare(Operation operation)
    {
        var (work, key) = (device.Prepare(operation), Key(operation));
        return () =>
        {
            var start = Stopwatch.GetTimestamp();
            work();
            _milliseconds[key] = _milliseconds.GetValueOrDefault(key) + Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        };
    }

    public void Reset() => _milliseconds.Clear();

    /// <summary>Milliseconds a step of each kind, the longest first.</summary>
    public void Print(int steps)
    {
        foreach (var (key, milliseconds) in _milliseconds.OrderByDescending(static pair => pair.Value))
        {
            Console.WriteLine($"  {milliseconds / steps,9:F2} ms  {key}");
        }
    }

    private static string Key(Operation operation) => operation switch
    {
        Convolve o => $"{o.Name} {Of(o.Shape)}",
        ConvolutionInputGradient o => $"{o.Name} {Of(o.Shape)}",
        ConvolutionWeightGradient o => $"{o.Name} {Of(o.Shape)}",
        _ => operation.Name,
    };

    private static string Of(ConvolutionShape shape) => $"{shape.Inputs}->{shape.Outputs} {shape.Rows}x{shape.Columns} k{shape.Kernel} s{shape.Stride}";
}
