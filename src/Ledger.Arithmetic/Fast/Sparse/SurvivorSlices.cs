using Ledger.Arithmetic.Tensors;

namespace Ledger.Arithmetic.Fast.Sparse;

/// <summary>Where the survivors of all parameters are: slices of sixteen elements with any, and the runs of slices that are weighed at once.</summary>
internal sealed class SurvivorSlices
{
    /// <summary>Elements of a slice: as many as the fingerprint has lanes.</summary>
    public const int Size = FingerprintKeys.Lanes;

    // Weighing a few slices of +0 more is cheaper than beginning a new run.
    private const int Bridged = 2;

    // A chunk that has just been updated is still in the cache when it is weighed.
    private const int LongestRun = 32;

    /// <summary>Finds the survivors among the first <paramref name="length"/> parameters; the elements after the last whole slice are left out.</summary>
    public SurvivorSlices(MaskBits mask, int length)
    {
        const int SlicesOfBlock = FingerprintKeys.BlockSize / Size;
        var (slices, runs, starts) = (new List<Slice>(), new List<Run>(), new List<int>());
        for (var n = 0; n < length / Size; n++)
        {
            if (n % SlicesOfBlock == 0)
            {
                starts.Add(runs.Count);
            }

            var bits = Bits(mask, n * Size);
            if (bits != 0)
            {
                Add(runs, n, slices.Count, isNewBlock: runs.Count == starts[^1]);
                slices.Add(new Slice(n * Size, bits));
            }
        }

        starts.Add(runs.Count);
        (Slices, Runs, BlockStarts) = ([.. slices], [.. runs], [.. starts]);
    }

    /// <summary>All slices with survivors.</summary>
    public Slice[] Slices { get; }

    /// <summary>All runs; none reaches from one of the fingerprint's blocks into the next.</summary>
    public Run[] Runs { get; }

    /// <summary>The first run of each of the fingerprint's blocks, and the end of the last.</summary>
    public int[] BlockStarts { get; }

    private static void Add(List<Run> runs, int number, int slice, bool isNewBlock)
    {
        var start = number * Size;
        if (!isNewBlock && start - runs[^1].Start < LongestRun * Size && start - runs[^1].End <= Bridged * Size)
        {
            runs[^1] = runs[^1] with { End = start + Size, SliceEnd = slice + 1 };
        }
        else
        {
            runs.Add(new Run(start, start + Size, slice, slice + 1));
        }
    }

    private static uint Bits(MaskBits mask, int start)
    {
        var bits = 0u;
        for (var n = 0; n < Size; n++)
        {
            bits |= mask.Keeps(start + n) ? 1u << n : 0;
        }

        return bits;
    }

    /// <summary>Sixteen parameters with a survivor among them.</summary>
    /// <param name="Start">The first parameter.</param>
    /// <param name="Bits">Bit n: parameter n of the slice is kept.</param>
    internal readonly record struct Slice(int Start, uint Bits);

    /// <summary>Neighbouring slices, those without survivors between them included.</summary>
    /// <param name="Start">The first parameter.</param>
    /// <param name="End">After the last parameter.</param>
    /// <param name="SliceStart">The first slice with survivors.</param>
    /// <param name="SliceEnd">After the last slice with survivors.</param>
    internal readonly record struct Run(int Start, int End, int SliceStart, int SliceEnd);
}
