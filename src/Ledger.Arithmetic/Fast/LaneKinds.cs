using System.Runtime.Intrinsics;
using Ledger.Arithmetic.Elementary;

namespace Ledger.Arithmetic.Fast;

/// <summary>What this processor accelerates.</summary>
internal static class LaneKinds
{
    /// <summary>The kinds that run at hardware speed here, slowest first; wider vectors without hardware would be emulated slowly.</summary>
    public static IEnumerable<LaneKind> Supported()
    {
        yield return LaneKind.Scalar;
        if (!Vector128.IsHardwareAccelerated)
        {
            yield break;
        }

        yield return LaneKind.Software128;
        if (!ExactFma.IsHardware)
        {
            yield break;
        }

        yield return LaneKind.Vector128;
        if (Vector256.IsHardwareAccelerated)
        {
            yield return LaneKind.Vector256;
        }

        if (Vector512.IsHardwareAccelerated)
        {
            yield return LaneKind.Vector512;
        }
    }

    /// <summary>The fastest kind.</summary>
    public static LaneKind Fastest() => Supported().Last();
}
