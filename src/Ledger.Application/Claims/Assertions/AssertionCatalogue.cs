using Ledger.Application.Specifications.Reading;
using Ledger.Events.Claims;

namespace Ledger.Application.Claims.Assertions;

/// <summary>Every kind of assertion by the name that claims give it.</summary>
internal static class AssertionCatalogue
{
    private static readonly SortedDictionary<string, Type> Kinds = new(StringComparer.Ordinal)
    {
        ["accuracy"] = typeof(AccuracyAssertion),
        ["counts"] = typeof(CountsAssertion),
        ["density"] = typeof(DensityAssertion),
        ["difference"] = typeof(DifferenceAssertion),
        ["file"] = typeof(FileAssertion),
        ["loss"] = typeof(LossAssertion),
        ["rounds"] = typeof(RoundsAssertion),
        ["same_lineage"] = typeof(SameLineageAssertion),
        ["same_mask"] = typeof(SameMaskAssertion),
    };

    /// <summary>All names.</summary>
    public static IReadOnlyCollection<string> Names => Kinds.Keys;

    /// <summary>The section of a kind, or null.</summary>
    public static Type? Find(string name) => Kinds.GetValueOrDefault(name);

    /// <summary>An assertion in its canonical form: every key that was given or has a default.</summary>
    public static AssertionStatement Statement(Assertion assertion)
    {
        var settings = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var key in SectionKey.Of(assertion.GetType()))
        {
            if (key.Property.GetValue(assertion) is { } value)
            {
                settings.Add(key.Name, ValueForms.Of(key.Type).Format(value));
            }
        }

        return new AssertionStatement(Kinds.First(kind => kind.Value == assertion.GetType()).Key, settings);
    }
}
