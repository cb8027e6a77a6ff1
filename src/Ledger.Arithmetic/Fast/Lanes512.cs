using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using Ledger.Arithmetic.Random;

namespace Ledger.Arithmetic.Fast;

/// <summary>Sixteen lanes of one register: AVX-512.</summary>
internal readonly unsafe struct Lanes512(Vector512<float> value) : ILanes<Lanes512>
{
    private const MethodImplOptions Inline = MethodImplOptions.AggressiveInlining;

    // Lanes 3, 2, 1, 0 of every four.
    private const byte Reverse = 0b00_01_10_11;

    private readonly Vector512<float> _value = value;

    public static int Count => 16;

    public static Lanes512 Zero
    {
        [MethodImpl(Inline)]
        get => new(Vector512<float>.Zero);
    }

    private static Vector512<uint> Powers => Vector512.Create(1u, 2u, 4u, 8u, 16u, 32u, 64u, 128u, 256u, 512u, 1024u, 2048u, 4096u, 8192u, 16384u, 32768u);

    [MethodImpl(Inline)]
    public static Lanes512 Load(float* source) => new(Vector512.Load(source));

    [MethodImpl(Inline)]
    public static Lanes512 Load(byte* source)
    {
        var words = Vector256.WidenLower(Vector128.Load(source).ToVector256Unsafe());
        return new Lanes512(Vector512.ConvertToSingle(Vector512.WidenLower(words.ToVector512Unsafe()).AsInt32()));
    }

    [MethodImpl(Inline)]
    public static void Store(Lanes512 value, float* target) => value._value.Store(target);

    [MethodImpl(Inline)]
    public static Lanes512 Broadcast(float value) => new(Vector512.Create(value));

    [MethodImpl(Inline)]
    public static Lanes512 FusedMultiplyAdd(Lanes512 a, Lanes512 b, Lanes512 c) =>
        new(Vector512.FusedMultiplyAdd(a._value, b._value, c._value));

    [MethodImpl(Inline)]
    public static Lanes512 Add(Lanes512 a, Lanes512 b) => new(a._value + b._value);

    [MethodImpl(Inline)]
    public static Lanes512 Subtract(Lanes512 a, Lanes512 b) => new(a._value - b._value);

    [MethodImpl(Inline)]
    public static Lanes512 Multiply(Lanes512 a, Lanes512 b) => new(a._value * b._value);

    [MethodImpl(Inline)]
    public static Lanes512 Divide(Lanes512 a, Lanes512 b) => new(a._value / b._value);

    [MethodImpl(Inline)]
    public static Lanes512 SquareRoot(Lanes512 a) => new(Vector512.Sqrt(a._value));

    [MethodImpl(Inline)]
    public static Lanes512 WherePositive(Lanes512 gate, Lanes512 value) =>
        new(Vector512.GreaterThan(gate._value, Vector512<float>.Zero) & value._value);

    [MethodImpl(Inline)]
    public static Lanes512 WherePositive(Lanes512 gate, Lanes512 value, Lanes512 otherwise) =>
        new(Vector512.ConditionalSelect(Vector512.GreaterThan(gate._value, Vector512<float>.Zero), value._value, otherwise._value));

    [MethodImpl(Inline)]
    public static Lanes512 WhereSet(uint bits, Lanes512 value) =>
        new(Vector512.Equals(Vector512.Create(bits) & Powers, Powers).AsSingle() & value._value);

    [MethodImpl(Inline)]
    public static Lanes512 WhereAtLeast(uint* words, uint threshold, Lanes512 value) =>
        new(Vector512.GreaterThanOrEqual(Vector512.Load(words), Vector512.Create(threshold)).AsSingle() & value._value);

    [MethodImpl(Inline)]
    public static bool IsZero(Lanes512 value) => Vector512.EqualsAll(value._value, Vector512<float>.Zero);

    public static void Weigh(float* elements, uint* keys, int count, ulong* sums)
    {
        var (even0, odd0) = (Vector512.Load(sums), Vector512.Load(sums + 8));
        for (var i = 0; i < count; i += 16)
        {
            Accumulate(elements + i, keys + i, ref even0, ref odd0);
        }

        even0.Store(sums);
        odd0.Store(sums + 8);
    }

    // A block is four neighbouring lanes; its two products stand in the pairs (0, 1) and (2, 3), and reversed they are where the next round wants them.
    public static void Draw(ulong seed, PhiloxBlock counter, int count, uint* words)
    {
        var next = Vector512.Create(Vector128.Create(counter.Word0, counter.Word1, counter.Word2, counter.Word3)) + Vector512.Create(0u, 0u, 0u, 0u, 1u, 0u, 0u, 0u, 2u, 0u, 0u, 0u, 3u, 0u, 0u, 0u);
        var key = Vector512.Create(Vector128.Create((uint)seed, 0u, (uint)(seed >> 32), 0u));
        var (multipliers, weyl) = (Vector512.Create(Vector128.Create(Philox4x32.Multiplier0, 0u, Philox4x32.Multiplier1, 0u)), Vector512.Create(Vector128.Create(Philox4x32.Weyl0, 0u, Philox4x32.Weyl1, 0u)));
        for (var i = 0; i < count; i += 16)
        {
            var (state, k) = (next, key);
            for (var round = 0; round < Philox4x32.Rounds; round++)
            {
                var products = Avx512F.Multiply(state, multipliers).AsUInt32();
                state = Avx512F.Shuffle(products, Reverse) ^ (state.AsUInt64() >>> 32).AsUInt32() ^ k;
                k += weyl;
            }

            state.Store(words + i);
            next += Vector512.Create(Vector128.Create(4u, 0u, 0u, 0u));
        }
    }

    [MethodImpl(Inline)]
    private static void Accumulate(float* elements, uint* keys, ref Vector512<ulong> even, ref Vector512<ulong> odd)
    {
        var (bits, key) = (Vector512.Load((ulong*)elements), Vector512.Load((ulong*)keys));
        even += MultiplyLow(bits, key);
        odd += MultiplyLow(bits >>> 32, key >>> 32);
    }

    [MethodImpl(Inline)]
    private static Vector512<ulong> MultiplyLow(Vector512<ulong> a, Vector512<ulong> b)
    {
        var (x, y) = (a.AsUInt32(), b.AsUInt32());
        return Avx512F.Multiply(x, y);
    }
}
