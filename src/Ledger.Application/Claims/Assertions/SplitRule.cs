using Ledger.Application.Specifications;
using Ledger.Application.Specifications.Reading;

namespace Ledger.Application.Claims.Assertions;

/// <summary>Which samples, round and step an assertion speaks of.</summary>
internal static class SplitRule
{
    /// <summary>What is wrong with the name of a list of samples.</summary>
    public static IEnumerable<(string Key, string Message)> Mistakes(string split)
    {
        var known = SpecificationVocabulary.Standard.Splits;
        return known.Contains(split) ? [] : [("split", $"'{split}' is not a known split; {Spelling.Suggestion(split, known)}known: {string.Join(", ", known)}")];
    }

    /// <summary>Round and step in words.</summary>
    public static string At(int? round, int? step) => $"{(round is { } number ? $" in round {number}" : "")}{(step is { } after ? $" after step {after}" : "")}";
}
