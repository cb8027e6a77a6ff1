using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;

namespace Ledger.Arithmetic.Elementary;

/// <summary>fma by hardware where there is some, else exact software: never by the C library, whose quality differs.</summary>
internal static class ExactFma
{
    /// <summary>True if the processor fuses.</summary>
    public static bool IsHardware => Fma.IsSupported || AdvSimd.IsSupported;

    /// <summary>a·b + c, rounded once to binary32.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Of(float a, float b, float c) => IsHardware ? MathF.FusedMultiplyAdd(a, b, c) : SoftwareFma.FusedMultiplyAdd(a, b, c);
}
