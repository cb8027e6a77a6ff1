using System.Runtime.Intrinsics.X86;

namespace Ledger.Arithmetic.Fast.Gathering;

/// <summary><see cref="Reference.Gathering.Samples"/> in vectors, for features that are taken as they are.</summary>
/// <typeparam name="T">The lanes.</typeparam>
internal static unsafe class SampleGather<T>
    where T : struct, ILanes<T>
{
    // Samples are drawn in no order that the processor could foresee: those of the next rows are asked for early.
    private const int Ahead = 4;
    private const int CacheLine = 64;

    public static void Run(ReadOnlySpan<byte> samples, ReadOnlySpan<int> indices, Span<float> batch)
    {
        var features = batch.Length / indices.Length;
        for (var b = 0; b < indices.Length; b++)
        {
            if (b + Ahead < indices.Length)
            {
                Prefetch(samples.Slice(indices[b + Ahead] * features, features));
            }

            Sample(samples.Slice(indices[b] * features, features), batch.Slice(b * features, features));
        }
    }

    private static void Sample(ReadOnlySpan<byte> sample, Span<float> row)
    {
        var whole = row.Length - row.Length % T.Count;
        fixed (byte* source = sample)
        {
            fixed (float* target = row)
            {
                for (var i = 0; i < whole; i += T.Count)
                {
                    T.Store(ByteFractions<T>.Load(source + i), target + i);
                }
            }
        }

        Reference.Gathering.Features(sample[whole..], row[whole..]);
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
}
