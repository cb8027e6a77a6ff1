using Ledger.Arithmetic.Tensors;

namespace Ledger.Arithmetic.Fast;

/// <summary>
/// Where a masked network has anything but +0: of each fingerprint block the runs of slices of sixteen values in which a parameter is kept.
/// What follows the parameters is kept as well.
/// </summary>
internal sealed class KeptRuns
{
    private const int Slice = FingerprintKeys.Lanes;

    /// <summary>The runs of <paramref name="values"/> values, of which the mask's come first.</summary>
    public KeptRuns(MaskBits mask, int parameters, int values)
    {
        var blocks = (values + FingerprintKeys.BlockSize - 1) / FingerprintKeys.BlockSize;
        var runs = new List<Run>();
        BlockStarts = new int[blocks + 1];
        for (var block = 0; block < blocks; block++)
        {
            var end = Math.Min((block + 1) * FingerprintKeys.BlockSize, values);
            var first = runs.Count;
            for (var start = block * FingerprintKeys.BlockSize; start < end; start += Slice)
            {
                if (!IsKept(mask, start, Math.Min(start + Slice, end), parameters))
                {
                    continue;
                }

                if (runs.Count > first && runs[^1].End == start)
                {
                    runs[^1] = runs[^1] with { End = Math.Min(start + Slice, end) };
                }
                else
                {
                    runs.Add(new Run(start, Math.Min(start + Slice, end)));
                }
            }

            BlockStarts[block + 1] = runs.Count;
        }

        Runs = [.. runs];
    }

    /// <summary>In ascending order; none reaches over a block's edge.</summary>
    public Run[] Runs { get; }

    /// <summary>The first run of each block, and the number of runs.</summary>
    public int[] BlockStarts { get; }

    private static bool IsKept(MaskBits mask, int start, int end, int parameters)
    {
        if (end > parameters)
        {
            return true;
        }

        for (var i = start; i < end; i++)
        {
            if (mask.Keeps(i))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Consecutive values.</summary>
    /// <param name="Start">The first, a multiple of sixteen.</param>
    /// <param name="End">After the last.</param>
    public readonly record struct Run(int Start, int End);
}
