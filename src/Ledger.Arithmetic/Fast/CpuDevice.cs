using Ledger.Arithmetic.Devices;
using Ledger.Arithmetic.Operations;
using Ledger.Arithmetic.Reference;

namespace Ledger.Arithmetic.Fast;

/// <summary>The fast device of a processor: vectors across outputs, threads across outputs, and the bits of <see cref="ReferenceDevice"/>.</summary>
public sealed class CpuDevice : HostDevice
{
    private readonly ThreadTeam _team;
    private readonly Kernels _kernels;
    private readonly ReferenceKernels _reference;

    /// <summary>A device on the widest vectors that this processor accelerates.</summary>
    /// <param name="threads">Threads that share each operation, the caller's included.</param>
    public CpuDevice(int threads = 1)
        : this(threads, LaneKinds.Fastest())
    {
    }

    internal CpuDevice(int threads, LaneKind kind)
    {
        _team = new ThreadTeam(threads);
        _kernels = Kernels.For(kind, _team, Flag);
        _reference = new ReferenceKernels(Flag);
        Name = $"cpu, {kind}, {threads} thread{(threads == 1 ? "" : "s")}";
    }

    /// <inheritdoc/>
    public override string Name { get; }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _team.Dispose();
        }

        base.Dispose(disposing);
    }

    private protected override Action Bind(Operation operation) => _kernels.Bind(operation) ?? _reference.Bind(operation);

    private protected override Fingerprint Fingerprint(ReadOnlySpan<float> values) => _kernels.Fingerprint(values);
}
