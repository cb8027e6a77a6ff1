namespace Ledger.Events.Merkle;

/// <summary>Leaves that follow each other.</summary>
/// <param name="First">Index of the first, from 0.</param>
/// <param name="Count">How many, at least one.</param>
public readonly record struct LeafRange(long First, long Count)
{
    private long End => First + Count;

    /// <summary>True if there is a range, all are below <paramref name="size"/>, ascending, and none touches the next.</summary>
    internal static bool AreInOrder(IReadOnlyList<LeafRange> ranges, long size)
    {
        var end = -1L;
        foreach (var range in ranges)
        {
            if (range.First <= end || range.Count < 1 || range.Count > size - range.First)
            {
                return false;
            }

            end = range.End;
        }

        return ranges.Count > 0;
    }

    /// <summary>How much of a subtree ranges in order take.</summary>
    internal static LeafShare Share(IReadOnlyList<LeafRange> ranges, long start, long count)
    {
        var (low, high) = (0, ranges.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = ranges[middle].End <= start ? (middle + 1, high) : (low, middle);
        }

        return low == ranges.Count || ranges[low].First >= start + count ? LeafShare.None
            : ranges[low].First <= start && ranges[low].End >= start + count ? LeafShare.All
            : LeafShare.Some;
    }
}
