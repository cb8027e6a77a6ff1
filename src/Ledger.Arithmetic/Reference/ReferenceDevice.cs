using Ledger.Arithmetic.Devices;
using Ledger.Arithmetic.Operations;

namespace Ledger.Arithmetic.Reference;

/// <summary>The specification of <c>exact-f32/1</c>: plain scalar loops on one thread.</summary>
public sealed class ReferenceDevice : HostDevice
{
    private readonly ReferenceKernels _kernels;

    /// <summary>A device of its own memory.</summary>
    public ReferenceDevice() => _kernels = new ReferenceKernels(Flag);

    /// <inheritdoc/>
    public override string Name => "reference";

    private protected override Action Bind(Operation operation) => _kernels.Bind(operation);

    private protected override Fingerprint Fingerprint(ReadOnlySpan<float> values) => FingerprintSum.Of(values);
}
