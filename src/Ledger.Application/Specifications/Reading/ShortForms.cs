using Ledger.Application.Specifications.Drafts;

namespace Ledger.Application.Specifications.Reading;

/// <summary>Sections that may be written in one line where they stand in a list.</summary>
internal static class ShortForms
{
    private static readonly Dictionary<Type, (string Wanted, Func<string, object?> Parse)> Known = new()
    {
        [typeof(LayerDraft)] = ($"a layer: write {LayerText.Wanted}, or a section with its kind", LayerText.Parse),
    };

    /// <summary>The short form of a section's type, or null.</summary>
    public static (string Wanted, Func<string, object?> Parse)? Find(Type type) => Known.TryGetValue(type, out var form) ? form : null;
}
