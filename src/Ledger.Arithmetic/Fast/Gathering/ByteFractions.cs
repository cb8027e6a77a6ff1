using System.Runtime.CompilerServices;

namespace Ledger.Arithmetic.Fast.Gathering;

/// <summary>Bytes over 255.</summary>
/// <typeparam name="T">The lanes.</typeparam>
internal static unsafe class ByteFractions<T>
    where T : struct, ILanes<T>
{
    /// <summary>byte / 255 of as many bytes as there are lanes: the rounded quotient.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Load(byte* source)
    {
        // Over the 256 bytes, one correction of the product is the rounded quotient; a division takes four times as long.
        var (value, inverse) = (T.Load(source), T.Broadcast(1f / 255f));
        var quotient = T.FusedMultiplyAdd(value, inverse, T.Zero);
        return T.FusedMultiplyAdd(T.FusedMultiplyAdd(quotient, T.Broadcast(-255f), value), inverse, quotient);
    }
}
