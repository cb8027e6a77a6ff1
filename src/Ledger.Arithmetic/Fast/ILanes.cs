using Ledger.Arithmetic.Random;

namespace Ledger.Arithmetic.Fast;

/// <summary>
/// What kernels ask of a vector of binary32 lanes. Every kernel is written once over this interface; lanes hold different outputs,
/// never parts of one chain, so that the width can't reach a result.
/// </summary>
/// <typeparam name="T">The implementing structure: one or two registers, so that the compiler keeps it there.</typeparam>
internal unsafe interface ILanes<T>
    where T : struct, ILanes<T>
{
    /// <summary>Number of lanes.</summary>
    static abstract int Count { get; }

    /// <summary>+0 in every lane.</summary>
    static abstract T Zero { get; }

    /// <summary>Reads <see cref="Count"/> elements.</summary>
    static abstract T Load(float* source);

    /// <summary>The values of <see cref="Count"/> bytes.</summary>
    static abstract T Load(byte* source);

    /// <summary>Writes <see cref="Count"/> elements.</summary>
    static abstract void Store(T value, float* target);

    /// <summary><paramref name="value"/> in every lane.</summary>
    static abstract T Broadcast(float value);

    /// <summary>a·b + c, rounded once.</summary>
    static abstract T FusedMultiplyAdd(T a, T b, T c);

    /// <summary>a + b.</summary>
    static abstract T Add(T a, T b);

    /// <summary>a − b.</summary>
    static abstract T Subtract(T a, T b);

    /// <summary>a · b.</summary>
    static abstract T Multiply(T a, T b);

    /// <summary>a / b, rounded once.</summary>
    static abstract T Divide(T a, T b);

    /// <summary>√a, rounded once.</summary>
    static abstract T SquareRoot(T a);

    /// <summary>gate &gt; 0 ? value : +0.</summary>
    static abstract T WherePositive(T gate, T value);

    /// <summary>gate &gt; 0 ? value : otherwise.</summary>
    static abstract T WherePositive(T gate, T value, T otherwise);

    /// <summary>Bit n of <paramref name="bits"/> set ? lane n of value : +0.</summary>
    static abstract T WhereSet(uint bits, T value);

    /// <summary>words[n] ≥ threshold ? lane n of value : +0.</summary>
    static abstract T WhereAtLeast(uint* words, uint threshold, T value);

    /// <summary>True if every lane is a zero: false for NaN.</summary>
    static abstract bool IsZero(T value);

    /// <summary>
    /// Adds bits of elements[n] · keys[n] mod 2⁶⁴ to the sum of lane n mod 16, for n below <paramref name="count"/>, a multiple of 16.
    /// Of each <see cref="Count"/> sums, those of even lanes come first.
    /// </summary>
    static abstract void Weigh(float* elements, uint* keys, int count, ulong* sums);

    /// <summary>
    /// Writes <paramref name="count"/> words of Philox, a multiple of 16: those of <paramref name="counter"/>, then those of the counters whose
    /// first word is one more each.
    /// </summary>
    static abstract void Draw(ulong seed, PhiloxBlock counter, int count, uint* words);
}
