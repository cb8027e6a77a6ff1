using Ledger.Arithmetic.Devices;
using Ledger.Arithmetic.Operations;

namespace Ledger.Arithmetic.Fast;

/// <summary>The fast kernels of one lane width and one team of threads.</summary>
internal abstract class Kernels
{
    public static Kernels For(LaneKind kind, ThreadTeam team, FiniteFlag flag) => kind switch
    {
        LaneKind.Vector512 => new Kernels<Lanes512>(kind, team, flag),
        LaneKind.Vector256 => new Kernels<Lanes256>(kind, team, flag),
        LaneKind.Vector128 => new Kernels<Lanes128>(kind, team, flag),
        LaneKind.Software128 => new Kernels<SoftwareLanes128>(kind, team, flag),
        _ => new Kernels<ScalarLane>(kind, team, flag),
    };

    /// <summary>The work of an operation, or null where the reference's loop is as fast.</summary>
    public abstract Action? Bind(Operation operation);

    public abstract Fingerprint Fingerprint(ReadOnlySpan<float> values);
}
