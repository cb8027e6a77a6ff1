using System.Text.Json.Serialization.Metadata;

namespace Ledger.Events.Canonical;

/// <summary>Which members of a record its canonical form has: those it is made from, not those it computes.</summary>
internal static class RecordMembers
{
    /// <summary>
    /// Leaves out computed members and puts the others in canonical order. Members that may not be null may not be absent either: a body without one is damaged, not a
    /// record with a zero in it.
    /// </summary>
    public static void Apply(JsonTypeInfo type)
    {
        var ordered = type.Properties.Select(static property => property.Name).Order(StringComparer.Ordinal).ToList();
        for (var i = type.Properties.Count - 1; i >= 0; i--)
        {
            var property = type.Properties[i];
            if (property.Set is null && property.AssociatedParameter is null)
            {
                type.Properties.RemoveAt(i);
                continue;
            }

            property.Order = ordered.IndexOf(property.Name);
            property.IsRequired |= property.Set is not null && property.AssociatedParameter is { HasDefaultValue: false, IsNullable: false };
        }
    }
}
