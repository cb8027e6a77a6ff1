namespace Ledger.Application.Specifications.Reading;

/// <summary>Guesses what a misspelt word was meant to be.</summary>
internal static class Spelling
{
    /// <summary>The known word with the fewest edits from <paramref name="word"/>, or null if none comes near.</summary>
    public static string? Nearest(string word, IEnumerable<string> known)
    {
        var (nearest, fewest) = ((string?)null, Math.Max(1, word.Length / 3) + 1);
        foreach (var candidate in known)
        {
            var edits = Edits(Fold(word), Fold(candidate));
            if (edits < fewest)
            {
                (nearest, fewest) = (candidate, edits);
            }
        }

        return nearest;
    }

    /// <summary>A question to put before the list of known names, or nothing; versions do not count as spelling.</summary>
    public static string Suggestion(string word, IEnumerable<string> known) =>
        Nearest(word, known.Select(static name => name.Split('/')[0])) is { } nearest ? $"did you mean '{nearest}'? " : "";

    private static string Fold(string word) => word.ToLowerInvariant().Replace('-', '_');

    /// <summary>Levenshtein's distance.</summary>
    private static int Edits(string from, string to)
    {
        var row = Enumerable.Range(0, to.Length + 1).ToArray();
        for (var i = 1; i <= from.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= to.Length; j++)
            {
                var replaced = diagonal + (from[i - 1] == to[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(replaced, Math.Min(row[j], row[j - 1]) + 1);
            }
        }

        return row[^1];
    }
}
