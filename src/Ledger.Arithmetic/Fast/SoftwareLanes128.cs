using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using Ledger.Arithmetic.Random;

namespace Ledger.Arithmetic.Fast;

/// <summary>Four lanes of one register on x86 without FMA: <see cref="Elementary.SoftwareFma"/> in pairs of binary64.</summary>
internal readonly unsafe struct SoftwareLanes128(Vector128<float> value) : ILanes<SoftwareLanes128>
{
    private const MethodImplOptions Inline = MethodImplOptions.AggressiveInlining;

    private readonly Vector128<float> _value = value;

    public static int Count => 4;

    public static SoftwareLanes128 Zero
    {
        [MethodImpl(Inline)]
        get => new(Vector128<float>.Zero);
    }

    private static Vector128<uint> Powers => Vector128.Create(1u, 2u, 4u, 8u);

    [MethodImpl(Inline)]
    public static SoftwareLanes128 Load(float* source) => new(Vector128.Load(source));

    [MethodImpl(Inline)]
    public static SoftwareLanes128 Load(byte* source)
    {
        var words = Vector128.WidenLower(Vector128.CreateScalarUnsafe(*(uint*)source).AsByte());
        return new SoftwareLanes128(Vector128.ConvertToSingle(Vector128.WidenLower(words).AsInt32()));
    }

    [MethodImpl(Inline)]
    public static void Store(SoftwareLanes128 value, float* target) => value._value.Store(target);

    [MethodImpl(Inline)]
    public static SoftwareLanes128 Broadcast(float value) => new(Vector128.Create(value));

    [MethodImpl(Inline)]
    public static SoftwareLanes128 FusedMultiplyAdd(SoftwareLanes128 a, SoftwareLanes128 b, SoftwareLanes128 c)
    {
        var (a0, a1) = Vector128.Widen(a._value);
        var (b0, b1) = Vector128.Widen(b._value);
        var (c0, c1) = Vector128.Widen(c._value);
        return new SoftwareLanes128(Vector128.Narrow(SumToOdd(a0 * b0, c0), SumToOdd(a1 * b1, c1)));
    }

    [MethodImpl(Inline)]
    public static SoftwareLanes128 Add(SoftwareLanes128 a, SoftwareLanes128 b) => new(a._value + b._value);

    [MethodImpl(Inline)]
    public static SoftwareLanes128 Subtract(SoftwareLanes128 a, SoftwareLanes128 b) => new(a._value - b._value);

    [MethodImpl(Inline)]
    public static SoftwareLanes128 Multiply(SoftwareLanes128 a, SoftwareLanes128 b) => new(a._value * b._value);

    [MethodImpl(Inline)]
    public static SoftwareLanes128 Divide(SoftwareLanes128 a, SoftwareLanes128 b) => new(a._value / b._value);

    [MethodImpl(Inline)]
    public static SoftwareLanes128 SquareRoot(SoftwareLanes128 a) => new(Vector128.Sqrt(a._value));

    [MethodImpl(Inline)]
    public static SoftwareLanes128 WherePositive(SoftwareLanes128 gate, SoftwareLanes128 value) =>
        new(Vector128.GreaterThan(gate._value, Vector128<float>.Zero) & value._value);

    [MethodImpl(Inline)]
    public static SoftwareLanes128 WherePositive(SoftwareLanes128 gate, SoftwareLanes128 value, SoftwareLanes128 otherwise) =>
        new(Vector128.ConditionalSelect(Vector128.GreaterThan(gate._value, Vector128<float>.Zero), value._value, otherwise._value));

    [MethodImpl(Inline)]
    public static SoftwareLanes128 WhereSet(uint bits, SoftwareLanes128 value) =>
        new(Vector128.Equals(Vector128.Create(bits) & Powers, Powers).AsSingle() & value._value);

    [MethodImpl(Inline)]
    public static SoftwareLanes128 WhereAtLeast(uint* words, uint threshold, SoftwareLanes128 value) =>
        new(Vector128.GreaterThanOrEqual(Vector128.Load(words), Vector128.Create(threshold)).AsSingle() & value._value);

    [MethodImpl(Inline)]
    public static bool IsZero(SoftwareLanes128 value) => Vector128.EqualsAll(value._value, Vector128<float>.Zero);

    public static void Weigh(float* elements, uint* keys, int count, ulong* sums) => Lanes128.Weigh(elements, keys, count, sums);

    public static void Draw(ulong seed, PhiloxBlock counter, int count, uint* words) => Lanes128.Draw(seed, counter, count, words);

    [MethodImpl(Inline)]
    private static Vector128<double> SumToOdd(Vector128<double> x, Vector128<double> y)
    {
        var sum = x + y;
        var yInSum = sum - x;
        var error = x - (sum - yInSum) + (y - yInSum);
        var bits = sum.AsInt64();

        // NaN compares as neither: the sum of an infinite or NaN operand stays.
        var isInexact = Vector128.GreaterThan(error, Vector128<double>.Zero) | Vector128.LessThan(error, Vector128<double>.Zero);
        var isEven = Vector128.Equals(bits & Vector128<long>.One, Vector128<long>.Zero);

        // +1 where the error has the sum's sign, −1 where it has not.
        var step = Vector128.Shuffle((error.AsInt64() ^ bits).AsInt32() >> 31, Vector128.Create(1, 1, 3, 3)).AsInt64() | Vector128<long>.One;
        return (bits + (step & isInexact.AsInt64() & isEven)).AsDouble();
    }
}
