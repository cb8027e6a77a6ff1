using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using Ledger.Arithmetic.Random;

namespace Ledger.Arithmetic.Fast;

/// <summary>Eight lanes of one register: AVX2 with FMA.</summary>
internal readonly unsafe struct Lanes256(Vector256<float> value) : ILanes<Lanes256>
{
    private const MethodImplOptions Inline = MethodImplOptions.AggressiveInlining;

    // Lanes 3, 2, 1, 0 of every four.
    private const byte Reverse = 0b00_01_10_11;

    private readonly Vector256<float> _value = value;

    public static int Count => 8;

    public static Lanes256 Zero
    {
        [MethodImpl(Inline)]
        get => new(Vector256<float>.Zero);
    }

    private static Vector256<uint> Powers => Vector256.Create(1u, 2u, 4u, 8u, 16u, 32u, 64u, 128u);

    [MethodImpl(Inline)]
    public static Lanes256 Load(float* source) => new(Vector256.Load(source));

    [MethodImpl(Inline)]
    public static Lanes256 Load(byte* source)
    {
        var words = Vector128.WidenLower(Vector128.CreateScalarUnsafe(*(ulong*)source).AsByte());
        return new Lanes256(Vector256.ConvertToSingle(Vector256.WidenLower(words.ToVector256Unsafe()).AsInt32()));
    }

    [MethodImpl(Inline)]
    public static void Store(Lanes256 value, float* target) => value._value.Store(target);

    [MethodImpl(Inline)]
    public static Lanes256 Broadcast(float value) => new(Vector256.Create(value));

    [MethodImpl(Inline)]
    public static Lanes256 FusedMultiplyAdd(Lanes256 a, Lanes256 b, Lanes256 c) =>
        new(Vector256.FusedMultiplyAdd(a._value, b._value, c._value));

    [MethodImpl(Inline)]
    public static Lanes256 Add(Lanes256 a, Lanes256 b) => new(a._value + b._value);

    [MethodImpl(Inline)]
    public static Lanes256 Subtract(Lanes256 a, Lanes256 b) => new(a._value - b._value);

    [MethodImpl(Inline)]
    public static Lanes256 Multiply(Lanes256 a, Lanes256 b) => new(a._value * b._value);

    [MethodImpl(Inline)]
    public static Lanes256 Divide(Lanes256 a, Lanes256 b) => new(a._value / b._value);

    [MethodImpl(Inline)]
    public static Lanes256 SquareRoot(Lanes256 a) => new(Vector256.Sqrt(a._value));

    [MethodImpl(Inline)]
    public static Lanes256 WherePositive(Lanes256 gate, Lanes256 value) =>
        new(Vector256.GreaterThan(gate._value, Vector256<float>.Zero) & value._value);

    [MethodImpl(Inline)]
    public static Lanes256 WherePositive(Lanes256 gate, Lanes256 value, Lanes256 otherwise) =>
        new(Vector256.ConditionalSelect(Vector256.GreaterThan(gate._value, Vector256<float>.Zero), value._value, otherwise._value));

    [MethodImpl(Inline)]
    public static Lanes256 WhereSet(uint bits, Lanes256 value) =>
        new(Vector256.Equals(Vector256.Create(bits) & Powers, Powers).AsSingle() & value._value);

    [MethodImpl(Inline)]
    public static Lanes256 WhereAtLeast(uint* words, uint threshold, Lanes256 value) =>
        new(Vector256.GreaterThanOrEqual(Vector256.Load(words), Vector256.Create(threshold)).AsSingle() & value._value);

    [MethodImpl(Inline)]
    public static bool IsZero(Lanes256 value) => Vector256.EqualsAll(value._value, Vector256<float>.Zero);

    public static void Weigh(float* elements, uint* keys, int count, ulong* sums)
    {
        var (even0, odd0) = (Vector256.Load(sums), Vector256.Load(sums + 4));
        var (even1, odd1) = (Vector256.Load(sums + 8), Vector256.Load(sums + 12));
        for (var i = 0; i < count; i += 16)
        {
            Accumulate(elements + i, keys + i, ref even0, ref odd0);
            Accumulate(elements + i + 8, keys + i + 8, ref even1, ref odd1);
        }

        even0.Store(sums);
        odd0.Store(sums + 4);
        even1.Store(sums + 8);
        odd1.Store(sums + 12);
    }

    // A block is four neighbouring lanes; its two products stand in the pairs (0, 1) and (2, 3), and reversed they are where the next round wants them.
    public static void Draw(ulong seed, PhiloxBlock counter, int count, uint* words)
    {
        var next = Vector256.Create(Vector128.Create(counter.Word0, counter.Word1, counter.Word2, counter.Word3)) + Vector256.Create(0u, 0u, 0u, 0u, 1u, 0u, 0u, 0u);
        var key = Vector256.Create(Vector128.Create((uint)seed, 0u, (uint)(seed >> 32), 0u));
        var (multipliers, weyl) = (Vector256.Create(Vector128.Create(Philox4x32.Multiplier0, 0u, Philox4x32.Multiplier1, 0u)), Vector256.Create(Vector128.Create(Philox4x32.Weyl0, 0u, Philox4x32.Weyl1, 0u)));
        for (var i = 0; i < count; i += 8)
        {
            var (state, k) = (next, key);
            for (var round = 0; round < Philox4x32.Rounds; round++)
            {
                var products = Avx2.Multiply(state, multipliers).AsUInt32();
                state = Avx2.Shuffle(products, Reverse) ^ (state.AsUInt64() >>> 32).AsUInt32() ^ k;
                k += weyl;
            }

            state.Store(words + i);
            next += Vector256.Create(Vector128.Create(2u, 0u, 0u, 0u));
        }
    }

    [MethodImpl(Inline)]
    private static void Accumulate(float* elements, uint* keys, ref Vector256<ulong> even, ref Vector256<ulong> odd)
    {
        var (bits, key) = (Vector256.Load((ulong*)elements), Vector256.Load((ulong*)keys));
        even += MultiplyLow(bits, key);
        odd += MultiplyLow(bits >>> 32, key >>> 32);
    }

    [MethodImpl(Inline)]
    private static Vector256<ulong> MultiplyLow(Vector256<ulong> a, Vector256<ulong> b)
    {
        var (x, y) = (a.AsUInt32(), b.AsUInt32());
        return Avx2.Multiply(x, y);
    }
}
