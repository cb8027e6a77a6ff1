using System.Text.Json.Serialization.Metadata;

namespace Ledger.Events.Canonical;

/// <summary>Members that may not be null may not be absent either: a body without one is damaged, not a record with a zero in it.</summary>
internal static class RequiredMembers
{
    /// <summary>Makes them required when a record is read.</summary>
    public static void Apply(JsonTypeInfo type)
    {
        foreach (var property in type.Properties)
        {
            property.IsRequired |= property.Set is not null && property.AssociatedParameter is { HasDefaultValue: false, IsNullable: false };
        }
    }
}
