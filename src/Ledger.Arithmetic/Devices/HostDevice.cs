using Ledger.Arithmetic.Operations;
using Ledger.Arithmetic.Tensors;

namespace Ledger.Arithmetic.Devices;

/// <summary>A device whose memory is the process's own: it keeps tensors, flag and records, and leaves the arithmetic to kernels over spans.</summary>
public abstract class HostDevice : IDevice
{
    // Kernels read a mask four bytes at a time, from any bit.
    private const int MaskSlack = 8;

    private int _allocations;

    private protected HostDevice()
    {
    }

    /// <inheritdoc/>
    public abstract string Name { get; }

    private protected FiniteFlag Flag { get; } = new();

    /// <inheritdoc/>
    public Tensor Allocate(Shape shape, string name = "") => new(new HostMemory(shape.Size, _allocations++ & int.MaxValue), 0, shape, name);

    /// <inheritdoc/>
    public ByteTensor Place(ReadOnlyMemory<byte> bytes, Shape shape)
    {
        Equal(bytes.Length, shape.Size);
        return new ByteTensor(new HostBytes(bytes, default), shape);
    }

    /// <inheritdoc/>
    public ByteTensor AllocateBytes(Shape shape) => new(new HostBytes(new byte[shape.Size]), shape);

    /// <inheritdoc/>
    public IndexTensor AllocateIndices(int length) => new(new HostIndices(length), length);

    /// <inheritdoc/>
    public BitTensor PlaceBits(ReadOnlySpan<byte> bits, int length)
    {
        Equal(bits.Length, (length + 7) / 8);
        var own = new byte[bits.Length + MaskSlack];
        bits.CopyTo(own);
        return new BitTensor(new HostBytes(own), 0, length);
    }

    /// <inheritdoc/>
    public StepRing AllocateRing(int capacity) => new HostRing(capacity);

    /// <inheritdoc/>
    public void Write(ReadOnlySpan<float> source, Tensor target)
    {
        Equal(source.Length, target.Size);
        source.CopyTo(target.Elements());
    }

    /// <inheritdoc/>
    public void Write(ReadOnlySpan<int> source, IndexTensor target)
    {
        Equal(source.Length, target.Length);
        source.CopyTo(target.Elements());
    }

    /// <inheritdoc/>
    public void Read(Tensor source, Span<float> target)
    {
        Equal(target.Length, source.Size);
        source.Elements().CopyTo(target);
    }

    /// <inheritdoc/>
    public void Read(ByteTensor source, Span<byte> target)
    {
        Equal(target.Length, source.Shape.Size);
        source.Bytes().CopyTo(target);
    }

    /// <inheritdoc/>
    public Action Prepare(Operation operation)
    {
        operation.Check();
        return Bind(operation);
    }

    /// <inheritdoc/>
    public Fingerprint Fingerprint(Tensor values) => Fingerprint(values.Elements());

    /// <inheritdoc/>
    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Frees what the device itself holds; tensors live as long as somebody refers to them.</summary>
    protected virtual void Dispose(bool disposing)
    {
    }

    private protected abstract Action Bind(Operation operation);

    private protected abstract Fingerprint Fingerprint(ReadOnlySpan<float> values);

    private static void Equal(int found, int wanted)
    {
        if (found != wanted)
        {
            throw new ArgumentException($"{found} elements, wanted {wanted}");
        }
    }
}
