using Ledger.Application.Differences;
using Ledger.Cli.Screens;

namespace Ledger.Cli.Differences;

/// <summary>A histogram of ulps, a line a group of bins; a group ends before its last bound.</summary>
internal static class UlpText
{
    private const int Bar = 30;
    private const int MostLines = 8;
    private const int LastPlain = 8;

    /// <summary>The lines; where there are many bins, neighbours share one.</summary>
    public static IReadOnlyList<string> Lines(IReadOnlyList<long> counts)
    {
        var groups = Grouped(counts).ToList();
        var (most, sum) = (groups.Max(static group => group.Count), counts.Sum());
        return
        [
            "ulps apart",
            .. groups.Select(group => $"{group.Name,11} {Numbers.Percent((double)group.Count / sum),8} {new string('█', (int)Math.Ceiling((double)Bar * group.Count / most))}".TrimEnd()),
        ];
    }

    private static IEnumerable<(string Name, long Count)> Grouped(IReadOnlyList<long> counts)
    {
        var width = Math.Max(1, (counts.Count - 1 + MostLines - 1) / MostLines);
        yield return (UlpHistogram.NameOf(0), counts[0]);
        for (var bin = 1; bin < counts.Count; bin += width)
        {
            var last = Math.Min(bin + width, counts.Count) - 1;
            yield return (Name(bin, last), Enumerable.Range(bin, last - bin + 1).Sum(i => counts[i]));
        }
    }

    private static string Name(int first, int last) =>
        first == last && last <= LastPlain ? UlpHistogram.NameOf(first) : $"{Bound(first - 1)}–{Bound(last)}";

    // As a power of two where the number says less.
    private static string Bound(int exponent) => exponent <= LastPlain ? $"{1L << exponent}" : $"2^{exponent}";
}
