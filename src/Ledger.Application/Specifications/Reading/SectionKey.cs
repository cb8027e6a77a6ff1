using System.Collections.Concurrent;
using System.Reflection;
using Ledger.Application.Specifications.Drafts;
using Ledger.Application.Specifications.Yaml;

namespace Ledger.Application.Specifications.Reading;

/// <summary>A key of a section, as its draft's constructor declares it.</summary>
/// <param name="Name">As it is written.</param>
/// <param name="Type">Type of the value, not nullable.</param>
/// <param name="Default">The value of an absent key as YAML, or null.</param>
/// <param name="IsOptional">True if the key may be absent without a default.</param>
/// <param name="Other">The key that may stand in its place, or null.</param>
/// <param name="Property">The draft's property.</param>
internal sealed record SectionKey(string Name, Type Type, string? Default, bool IsOptional, string? Other, PropertyInfo Property)
{
    private static readonly ConcurrentDictionary<Type, IReadOnlyList<SectionKey>> Cache = new();

    /// <summary>True if the value is a mapping of its own.</summary>
    public bool IsSection => typeof(ISection).IsAssignableFrom(Type);

    /// <summary>The type of a list's items, or null if the value is no list.</summary>
    public Type? ItemType => Type.IsGenericType ? Type.GetGenericArguments()[0] : null;

    /// <summary>True if the value is a list of mappings.</summary>
    public bool HasSections => typeof(ISection).IsAssignableFrom(ItemType);

    /// <summary>What is wanted as value, to follow "is not" and "with".</summary>
    public string Wanted => (IsSection, ItemType) switch
    {
        (true, _) => $"a section with the keys {string.Join(", ", Of(Type).Select(static key => key.Name))}",
        _ when Type == typeof(FormNode) => "a section",
        (_, { } item) when HasSections => $"a list of sections with the keys {string.Join(", ", Of(item).Select(static key => key.Name))}",
        (_, { } item) => $"a list in brackets, each item {ValueForms.Of(item).Wanted}",
        _ => ValueForms.Of(Type).Wanted,
    };

    /// <summary>The keys of a section, in the order they are written.</summary>
    public static IReadOnlyList<SectionKey> Of(Type section) => Cache.GetOrAdd(section, static type => [.. Constructor(type).GetParameters().Select(parameter => Of(type, parameter))]);

    /// <summary>A section of the given values, one a key.</summary>
    public static object Create(Type section, object?[] values) => Constructor(section).Invoke(values);

    private static SectionKey Of(Type section, ParameterInfo parameter) => new(
        Place.Key(parameter.Name!),
        Nullable.GetUnderlyingType(parameter.ParameterType) ?? parameter.ParameterType,
        parameter.GetCustomAttribute<DefaultAttribute>()?.Yaml,
        parameter.IsDefined(typeof(OptionalAttribute), inherit: false),
        parameter.GetCustomAttribute<UnlessAttribute>() is { } unless ? Place.Key(unless.Parameter) : null,
        section.GetProperty(parameter.Name!)!);

    private static ConstructorInfo Constructor(Type section) => section.GetConstructors().Single();
}
