using Ledger.Arithmetic.Operations;
using Ledger.Arithmetic.Tensors;

namespace Ledger.Arithmetic.Devices;

/// <summary>
/// Memory for tensors, and the operations of <c>exact-f32/1</c> on them. Every implementation gives the same bits;
/// <see cref="Reference.ReferenceDevice"/> is the specification. One training uses one device, one call at a time.
/// </summary>
/// <remarks>
/// A mask has one bit per weight; masked weights are +0 in memory and stand in no chain. Operations that say so raise a flag at a result
/// that is not finite; the update of the parameters reports and lowers it.
/// </remarks>
public interface IDevice : IDisposable
{
    /// <summary>What computes, for the record of an attempt: kernels, vector width, threads.</summary>
    string Name { get; }

    /// <summary>A tensor of +0.</summary>
    Tensor Allocate(Shape shape, string name = "");

    /// <summary>Puts raw samples or labels within the device's reach; the host's bytes must stay as they are.</summary>
    ByteTensor Place(ReadOnlyMemory<byte> bytes, Shape shape);

    /// <summary>Room for bytes that the device itself fills.</summary>
    ByteTensor AllocateBytes(Shape shape);

    /// <summary>Room for sample indices.</summary>
    IndexTensor AllocateIndices(int length);

    /// <summary>Copies packed bits (least significant bit first) to the device.</summary>
    BitTensor PlaceBits(ReadOnlySpan<byte> bits, int length);

    /// <summary>A ring for the records of <paramref name="capacity"/> steps.</summary>
    StepRing AllocateRing(int capacity);

    /// <summary>Host to device; sizes must be equal.</summary>
    void Write(ReadOnlySpan<float> source, Tensor target);

    /// <summary>Indices from host to device; sizes must be equal.</summary>
    void Write(ReadOnlySpan<int> source, IndexTensor target);

    /// <summary>Device to host; sizes must be equal.</summary>
    void Read(Tensor source, Span<float> target);

    /// <summary>Bytes from device to host; sizes must be equal.</summary>
    void Read(ByteTensor source, Span<byte> target);

    /// <summary>Readies an operation: checks its operands and chooses a kernel. The work may be run any number of times and allocates nothing.</summary>
    /// <exception cref="ArgumentException">Operands do not fit together.</exception>
    Action Prepare(Operation operation);

    /// <summary>The fingerprint of all values, element 0 having global index 0.</summary>
    Fingerprint Fingerprint(Tensor values);
}
