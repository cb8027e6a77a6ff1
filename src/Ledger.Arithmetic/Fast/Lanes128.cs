using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using Ledger.Arithmetic.Random;

namespace Ledger.Arithmetic.Fast;

/// <summary>Four lanes of one register: Arm, or x86 with FMA.</summary>
internal readonly unsafe struct Lanes128(Vector128<float> value) : ILanes<Lanes128>
{
    private const MethodImplOptions Inline = MethodImplOptions.AggressiveInlining;

    private readonly Vector128<float> _value = value;

    public static int Count => 4;

    public static Lanes128 Zero
    {
        [MethodImpl(Inline)]
        get => new(Vector128<float>.Zero);
    }

    private static Vector128<ulong> Low => Vector128.Create(0xFFFF_FFFFul);

    private static Vector128<uint> Powers => Vector128.Create(1u, 2u, 4u, 8u);

    [MethodImpl(Inline)]
    public static Lanes128 Load(float* source) => new(Vector128.Load(source));

    [MethodImpl(Inline)]
    public static Lanes128 Load(byte* source)
    {
        var words = Vector128.WidenLower(Vector128.CreateScalarUnsafe(*(uint*)source).AsByte());
        return new Lanes128(Vector128.ConvertToSingle(Vector128.WidenLower(words).AsInt32()));
    }

    [MethodImpl(Inline)]
    public static void Store(Lanes128 value, float* target) => value._value.Store(target);

    [MethodImpl(Inline)]
    public static Lanes128 Broadcast(float value) => new(Vector128.Create(value));

    [MethodImpl(Inline)]
    public static Lanes128 FusedMultiplyAdd(Lanes128 a, Lanes128 b, Lanes128 c) =>
        new(Vector128.FusedMultiplyAdd(a._value, b._value, c._value));

    [MethodImpl(Inline)]
    public static Lanes128 Add(Lanes128 a, Lanes128 b) => new(a._value + b._value);

    [MethodImpl(Inline)]
    public static Lanes128 Subtract(Lanes128 a, Lanes128 b) => new(a._value - b._value);

    [MethodImpl(Inline)]
    public static Lanes128 Multiply(Lanes128 a, Lanes128 b) => new(a._value * b._value);

    [MethodImpl(Inline)]
    public static Lanes128 Divide(Lanes128 a, Lanes128 b) => new(a._value / b._value);

    [MethodImpl(Inline)]
    public static Lanes128 SquareRoot(Lanes128 a) => new(Vector128.Sqrt(a._value));

    [MethodImpl(Inline)]
    public static Lanes128 WherePositive(Lanes128 gate, Lanes128 value) =>
        new(Vector128.GreaterThan(gate._value, Vector128<float>.Zero) & value._value);

    [MethodImpl(Inline)]
    public static Lanes128 WherePositive(Lanes128 gate, Lanes128 value, Lanes128 otherwise) =>
        new(Vector128.ConditionalSelect(Vector128.GreaterThan(gate._value, Vector128<float>.Zero), value._value, otherwise._value));

    [MethodImpl(Inline)]
    public static Lanes128 WhereSet(uint bits, Lanes128 value) =>
        new(Vector128.Equals(Vector128.Create(bits) & Powers, Powers).AsSingle() & value._value);

    [MethodImpl(Inline)]
    public static Lanes128 WhereAtLeast(uint* words, uint threshold, Lanes128 value) =>
        new(Vector128.GreaterThanOrEqual(Vector128.Load(words), Vector128.Create(threshold)).AsSingle() & value._value);

    [MethodImpl(Inline)]
    public static bool IsZero(Lanes128 value) => Vector128.EqualsAll(value._value, Vector128<float>.Zero);

    public static void Weigh(float* elements, uint* keys, int count, ulong* sums)
    {
        var (even0, odd0) = (Vector128.Load(sums), Vector128.Load(sums + 2));
        var (even1, odd1) = (Vector128.Load(sums + 4), Vector128.Load(sums + 6));
        var (even2, odd2) = (Vector128.Load(sums + 8), Vector128.Load(sums + 10));
        var (even3, odd3) = (Vector128.Load(sums + 12), Vector128.Load(sums + 14));
        for (var i = 0; i < count; i += 16)
        {
            Accumulate(elements + i, keys + i, ref even0, ref odd0);
            Accumulate(elements + i + 4, keys + i + 4, ref even1, ref odd1);
            Accumulate(elements + i + 8, keys + i + 8, ref even2, ref odd2);
            Accumulate(elements + i + 12, keys + i + 12, ref even3, ref odd3);
        }

        even0.Store(sums);
        odd0.Store(sums + 2);
        even1.Store(sums + 4);
        odd1.Store(sums + 6);
        even2.Store(sums + 8);
        odd2.Store(sums + 10);
        even3.Store(sums + 12);
        odd3.Store(sums + 14);
    }

    // A block is four neighbouring lanes; its two products stand in the pairs (0, 1) and (2, 3), and reversed they are where the next round wants them.
    public static void Draw(ulong seed, PhiloxBlock counter, int count, uint* words)
    {
        var next = Vector128.Create(counter.Word0, counter.Word1, counter.Word2, counter.Word3);
        var key = Vector128.Create((uint)seed, 0u, (uint)(seed >> 32), 0u);
        var (multipliers, weyl) = (Vector128.Create(Philox4x32.Multiplier0, 0u, Philox4x32.Multiplier1, 0u), Vector128.Create(Philox4x32.Weyl0, 0u, Philox4x32.Weyl1, 0u));
        for (var i = 0; i < count; i += 4)
        {
            var (state, k) = (next, key);
            for (var round = 0; round < Philox4x32.Rounds; round++)
            {
                var products = MultiplyLow(state.AsUInt64(), multipliers.AsUInt64()).AsUInt32();
                state = Vector128.Shuffle(products, Vector128.Create(3u, 2u, 1u, 0u)) ^ (state.AsUInt64() >>> 32).AsUInt32() ^ k;
                k += weyl;
            }

            state.Store(words + i);
            next += Vector128.Create(1u, 0u, 0u, 0u);
        }
    }

    [MethodImpl(Inline)]
    private static void Accumulate(float* elements, uint* keys, ref Vector128<ulong> even, ref Vector128<ulong> odd)
    {
        var (bits, key) = (Vector128.Load((ulong*)elements), Vector128.Load((ulong*)keys));
        even += MultiplyLow(bits, key);
        odd += MultiplyLow(bits >>> 32, key >>> 32);
    }

    [MethodImpl(Inline)]
    private static Vector128<ulong> MultiplyLow(Vector128<ulong> a, Vector128<ulong> b)
    {
        var (x, y) = (a.AsUInt32(), b.AsUInt32());
        return Sse2.IsSupported ? Sse2.Multiply(x, y) : (x.AsUInt64() & Low) * (y.AsUInt64() & Low);
    }
}
