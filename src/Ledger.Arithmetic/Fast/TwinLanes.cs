using System.Runtime.CompilerServices;
using Ledger.Arithmetic.Random;

namespace Ledger.Arithmetic.Fast;

/// <summary>Two vectors side by side: the width of a register tile, so that each broadcast serves twice.</summary>
internal readonly unsafe struct TwinLanes<T>(T low, T high) : ILanes<TwinLanes<T>>
    where T : struct, ILanes<T>
{
    private const MethodImplOptions Inline = MethodImplOptions.AggressiveInlining;

    private readonly T _low = low, _high = high;

    public static int Count => 2 * T.Count;

    public static TwinLanes<T> Zero
    {
        [MethodImpl(Inline)]
        get => new(T.Zero, T.Zero);
    }

    [MethodImpl(Inline)]
    public static TwinLanes<T> Load(float* source) => new(T.Load(source), T.Load(source + T.Count));

    [MethodImpl(Inline)]
    public static TwinLanes<T> Load(byte* source) => new(T.Load(source), T.Load(source + T.Count));

    [MethodImpl(Inline)]
    public static void Store(TwinLanes<T> value, float* target)
    {
        T.Store(value._low, target);
        T.Store(value._high, target + T.Count);
    }

    [MethodImpl(Inline)]
    public static TwinLanes<T> Broadcast(float value)
    {
        var lanes = T.Broadcast(value);
        return new TwinLanes<T>(lanes, lanes);
    }

    [MethodImpl(Inline)]
    public static TwinLanes<T> FusedMultiplyAdd(TwinLanes<T> a, TwinLanes<T> b, TwinLanes<T> c) =>
        new(T.FusedMultiplyAdd(a._low, b._low, c._low), T.FusedMultiplyAdd(a._high, b._high, c._high));

    [MethodImpl(Inline)]
    public static TwinLanes<T> Add(TwinLanes<T> a, TwinLanes<T> b) => new(T.Add(a._low, b._low), T.Add(a._high, b._high));

    [MethodImpl(Inline)]
    public static TwinLanes<T> Subtract(TwinLanes<T> a, TwinLanes<T> b) => new(T.Subtract(a._low, b._low), T.Subtract(a._high, b._high));

    [MethodImpl(Inline)]
    public static TwinLanes<T> Multiply(TwinLanes<T> a, TwinLanes<T> b) => new(T.Multiply(a._low, b._low), T.Multiply(a._high, b._high));

    [MethodImpl(Inline)]
    public static TwinLanes<T> Divide(TwinLanes<T> a, TwinLanes<T> b) => new(T.Divide(a._low, b._low), T.Divide(a._high, b._high));

    [MethodImpl(Inline)]
    public static TwinLanes<T> SquareRoot(TwinLanes<T> a) => new(T.SquareRoot(a._low), T.SquareRoot(a._high));

    [MethodImpl(Inline)]
    public static TwinLanes<T> WherePositive(TwinLanes<T> gate, TwinLanes<T> value) =>
        new(T.WherePositive(gate._low, value._low), T.WherePositive(gate._high, value._high));

    [MethodImpl(Inline)]
    public static TwinLanes<T> WherePositive(TwinLanes<T> gate, TwinLanes<T> value, TwinLanes<T> otherwise) =>
        new(T.WherePositive(gate._low, value._low, otherwise._low), T.WherePositive(gate._high, value._high, otherwise._high));

    [MethodImpl(Inline)]
    public static TwinLanes<T> WhereSet(uint bits, TwinLanes<T> value) =>
        new(T.WhereSet(bits, value._low), T.WhereSet(bits >> T.Count, value._high));

    [MethodImpl(Inline)]
    public static TwinLanes<T> WhereAtLeast(uint* words, uint threshold, TwinLanes<T> value) =>
        new(T.WhereAtLeast(words, threshold, value._low), T.WhereAtLeast(words + T.Count, threshold, value._high));

    [MethodImpl(Inline)]
    public static bool IsZero(TwinLanes<T> value) => T.IsZero(value._low) && T.IsZero(value._high);

    public static void Weigh(float* elements, uint* keys, int count, ulong* sums) => T.Weigh(elements, keys, count, sums);

    public static void Draw(ulong seed, PhiloxBlock counter, int count, uint* words) => T.Draw(seed, counter, count, words);
}
