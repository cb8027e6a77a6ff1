namespace Ledger.Application.Specifications.Rules;

/// <summary>Characters that a text column cannot hold.</summary>
internal static class Unstorable
{
    /// <summary>The first U+0000 or lone surrogate, as <c>U+D800 (character 3)</c>, or null.</summary>
    public static string? Find(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsSurrogatePair(text, i))
            {
                i++;
            }
            else if (text[i] == '\0' || char.IsSurrogate(text[i]))
            {
                return $"U+{(int)text[i]:X4} (character {i + 1})";
            }
        }

        return null;
    }
}
