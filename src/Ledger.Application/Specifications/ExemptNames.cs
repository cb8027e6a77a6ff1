using System.IO.Enumeration;
using Ledger.Training.Networks;

namespace Ledger.Application.Specifications;

/// <summary>Weight tensors by name, with <c>*</c> for any text; <c>.weight</c> at the end may be left out.</summary>
internal static class ExemptNames
{
    /// <summary>The names in a network that one pattern means, in network order.</summary>
    public static IReadOnlyList<string> Matching(NetworkDescription network, string pattern) =>
        [.. network.Weights().Select(static weight => weight.Name).Where(name => Matches(pattern, name))];

    /// <summary>The names that any of the patterns means, in network order; null if there are no patterns.</summary>
    public static IReadOnlyList<string>? Of(NetworkDescription network, IReadOnlyList<string>? patterns) => patterns is null or []
        ? null
        : [.. network.Weights().Select(static weight => weight.Name).Where(name => patterns.Any(pattern => Matches(pattern, name)))];

    private static bool Matches(string pattern, string name) =>
        FileSystemName.MatchesSimpleExpression(pattern, name, ignoreCase: false) || FileSystemName.MatchesSimpleExpression($"{pattern}.weight", name, ignoreCase: false);
}
