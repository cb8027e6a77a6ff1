using System.CommandLine;

namespace Ledger.Cli.Running;

/// <summary>Replicates as written on a command line: <c>0..2</c>, <c>0,2</c>, <c>0..2,5</c>.</summary>
public static class ReplicateList
{
    private const int Largest = 9999;

    /// <summary>The option, null where it is absent.</summary>
    public static Option<IReadOnlyList<int>?> Option()
    {
        var option = new Option<IReadOnlyList<int>?>("--replicates")
        {
            Description = "Which replicates: 0..2 or 0,2; 10..19 too where the specification asks for fewer. Default: all that it asks for",
            HelpName = "list",
            CustomParser = result =>
            {
                if (Parse(result.Tokens[0].Value) is { } replicates)
                {
                    return replicates;
                }

                result.AddError($"--replicates is '{result.Tokens[0].Value}', wanted numbers from 0 to {Largest} such as 0..2 or 0,2");
                return null;
            },
        };
        return option;
    }

    /// <summary>The replicates of a text, ascending, or null if it is none.</summary>
    public static IReadOnlyList<int>? Parse(string text)
    {
        var replicates = new SortedSet<int>();
        foreach (var part in text.Split(','))
        {
            var ends = part.Split("..").Select(static end => int.TryParse(end, System.Globalization.NumberStyles.None, null, out var number) && number <= Largest ? number : -1).ToArray();
            if (ends.Length > 2 || ends.Contains(-1) || ends[0] > ends[^1])
            {
                return null;
            }

            replicates.UnionWith(Enumerable.Range(ends[0], ends[^1] - ends[0] + 1));
        }

        return [.. replicates];
    }
}
