using Ledger.Arithmetic.Fast;

namespace Ledger.Arithmetic.Tests.Fast.Sparse;

/// <summary>A check that runs on the lanes of a <see cref="LaneKind"/>.</summary>
internal interface ILaneCheck
{
    /// <summary>Runs it.</summary>
    void Run<T>()
        where T : struct, ILanes<T>;

    /// <summary>Runs it on the lanes called <paramref name="kind"/>.</summary>
    void RunOn(string kind)
    {
        switch (Enum.Parse<LaneKind>(kind))
        {
            case LaneKind.Vector512: Run<Lanes512>(); break;
            case LaneKind.Vector256: Run<Lanes256>(); break;
            case LaneKind.Vector128: Run<Lanes128>(); break;
            case LaneKind.Software128: Run<SoftwareLanes128>(); break;
            default: Run<ScalarLane>(); break;
        }
    }
}
