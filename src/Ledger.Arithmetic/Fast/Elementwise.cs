using System.Runtime.Intrinsics.X86;
using Ledger.Arithmetic.Reference;

namespace Ledger.Arithmetic.Fast;

/// <summary>
/// Operations that take each element by itself: whole vectors here, the last elements by the reference. x − x is NaN for infinities and
/// NaN, +0 for the rest: summed up, it tells whether all elements are finite.
/// </summary>
internal static unsafe class Elementwise<T>
    where T : struct, ILanes<T>
{
    // Samples are drawn in no order that the processor could foresee: those of the next rows are asked for early.
    private const int Ahead = 4;
    private const int CacheLine = 64;

    public static void GatherSamples(ReadOnlySpan<byte> samples, ReadOnlySpan<int> indices, Span<float> batch)
    {
        var features = batch.Length / indices.Length;
        var whole = WholeVectors(features);
        var (divisor, inverse) = (T.Broadcast(-255f), T.Broadcast(1f / 255f));
        for (var b = 0; b < indices.Length; b++)
        {
            var sample = samples.Slice(indices[b] * features, features);
            var row = batch.Slice(b * features, features);
            if (b + Ahead < indices.Length)
            {
                Prefetch(samples.Slice(indices[b + Ahead] * features, features));
            }

            fixed (byte* source = sample)
            {
                fixed (float* target = row)
                {
                    for (var i = 0; i < whole; i += T.Count)
                    {
                        // Over the 256 bytes, one correction of the product is the rounded quotient; a division takes four times as long.
                        var p = T.Load(source + i);
                        var q = T.FusedMultiplyAdd(p, inverse, T.Zero);
                        T.Store(T.FusedMultiplyAdd(T.FusedMultiplyAdd(q, divisor, p), inverse, q), target + i);
                    }
                }
            }

            if (whole < features)
            {
                Gathering.Features(sample[whole..], row[whole..]);
            }
        }
    }

    private static void Prefetch(ReadOnlySpan<byte> sample)
    {
        if (Sse.IsSupported)
        {
            fixed (byte* source = sample)
            {
                for (var i = 0; i < sample.Length; i += CacheLine)
                {
                    Sse.Prefetch0(source + i);
                }
            }
        }
    }

    public static bool AddBias(Span<float> y, ReadOnlySpan<float> bias)
    {
        var isFinite = true;
        for (var row = 0; row < y.Length; row += bias.Length)
        {
            isFinite &= AddRow(y.Slice(row, bias.Length), bias);
        }

        return isFinite;
    }

    public static void Relu(Span<float> y)
    {
        var whole = WholeVectors(y.Length);
        fixed (float* p = y)
        {
            for (var i = 0; i < whole; i += T.Count)
            {
                var v = T.Load(p + i);
                T.Store(T.WherePositive(v, v), p + i);
            }
        }

        Rectifier.Forward(y[whole..]);
    }

    public static bool ReluGradient(ReadOnlySpan<float> y, Span<float> dy)
    {
        var whole = WholeVectors(y.Length);
        var check = T.Zero;
        fixed (float* gate = y, p = dy)
        {
            for (var i = 0; i < whole; i += T.Count)
            {
                var v = T.WherePositive(T.Load(gate + i), T.Load(p + i));
                check = T.Add(check, T.Subtract(v, v));
                T.Store(v, p + i);
            }
        }

        // Before the call, across which no vector stays in its register.
        var isFinite = T.IsZero(check);
        return isFinite & Rectifier.Backward(y[whole..], dy[whole..]);
    }

    public static bool AreFinite(ReadOnlySpan<float> values)
    {
        var whole = WholeVectors(values.Length);
        var check = T.Zero;
        fixed (float* p = values)
        {
            for (var i = 0; i < whole; i += T.Count)
            {
                var v = T.Load(p + i);
                check = T.Add(check, T.Subtract(v, v));
            }
        }

        var isFinite = T.IsZero(check);
        foreach (var value in values[whole..])
        {
            isFinite &= float.IsFinite(value);
        }

        return isFinite;
    }

    private static bool AddRow(Span<float> y, ReadOnlySpan<float> bias)
    {
        var whole = WholeVectors(y.Length);
        var check = T.Zero;
        fixed (float* p = y, addend = bias)
        {
            for (var i = 0; i < whole; i += T.Count)
            {
                var v = T.Add(T.Load(p + i), T.Load(addend + i));
                check = T.Add(check, T.Subtract(v, v));
                T.Store(v, p + i);
            }
        }

        var isFinite = T.IsZero(check);
        return isFinite & Bias.Add(y[whole..], bias[whole..]);
    }

    private static int WholeVectors(int length) => length - length % T.Count;
}
