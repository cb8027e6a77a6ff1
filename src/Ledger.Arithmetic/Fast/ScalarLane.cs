using System.Runtime.CompilerServices;
using Ledger.Arithmetic.Elementary;
using Ledger.Arithmetic.Random;

namespace Ledger.Arithmetic.Fast;

/// <summary>One lane: processors, or settings, without vectors.</summary>
internal readonly unsafe struct ScalarLane(float value) : ILanes<ScalarLane>
{
    private const MethodImplOptions Inline = MethodImplOptions.AggressiveInlining;

    private readonly float _value = value;

    public static int Count => 1;

    public static ScalarLane Zero
    {
        [MethodImpl(Inline)]
        get => new(0f);
    }

    [MethodImpl(Inline)]
    public static ScalarLane Load(float* source) => new(*source);

    [MethodImpl(Inline)]
    public static ScalarLane Load(byte* source) => new(*source);

    [MethodImpl(Inline)]
    public static void Store(ScalarLane value, float* target) => *target = value._value;

    [MethodImpl(Inline)]
    public static ScalarLane Broadcast(float value) => new(value);

    [MethodImpl(Inline)]
    public static ScalarLane FusedMultiplyAdd(ScalarLane a, ScalarLane b, ScalarLane c) => new(ExactFma.Of(a._value, b._value, c._value));

    [MethodImpl(Inline)]
    public static ScalarLane Add(ScalarLane a, ScalarLane b) => new(a._value + b._value);

    [MethodImpl(Inline)]
    public static ScalarLane Subtract(ScalarLane a, ScalarLane b) => new(a._value - b._value);

    [MethodImpl(Inline)]
    public static ScalarLane Multiply(ScalarLane a, ScalarLane b) => new(a._value * b._value);

    [MethodImpl(Inline)]
    public static ScalarLane Divide(ScalarLane a, ScalarLane b) => new(a._value / b._value);

    [MethodImpl(Inline)]
    public static ScalarLane SquareRoot(ScalarLane a) => new(MathF.Sqrt(a._value));

    [MethodImpl(Inline)]
    public static ScalarLane WherePositive(ScalarLane gate, ScalarLane value) => gate._value > 0f ? value : Zero;

    [MethodImpl(Inline)]
    public static ScalarLane WherePositive(ScalarLane gate, ScalarLane value, ScalarLane otherwise) => gate._value > 0f ? value : otherwise;

    [MethodImpl(Inline)]
    public static ScalarLane WhereSet(uint bits, ScalarLane value) => (bits & 1) != 0 ? value : Zero;

    [MethodImpl(Inline)]
    public static ScalarLane WhereAtLeast(uint* words, uint threshold, ScalarLane value) => *words >= threshold ? value : Zero;

    [MethodImpl(Inline)]
    public static bool IsZero(ScalarLane value) => value._value == 0f;

    public static void Weigh(float* elements, uint* keys, int count, ulong* sums)
    {
        for (var i = 0; i < count; i++)
        {
            sums[i & 15] += (ulong)BitConverter.SingleToUInt32Bits(elements[i]) * keys[i];
        }
    }

    public static void Draw(ulong seed, PhiloxBlock counter, int count, uint* words)
    {
        for (var i = 0; i < count; i += 4)
        {
            var block = Philox4x32.Block(seed, counter with { Word0 = counter.Word0 + (uint)i / 4 });
            (words[i], words[i + 1], words[i + 2], words[i + 3]) = (block.Word0, block.Word1, block.Word2, block.Word3);
        }
    }
}
