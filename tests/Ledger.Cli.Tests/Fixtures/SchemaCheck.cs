using System.Text.Json;

namespace Ledger.Cli.Tests.Fixtures;

/// <summary>Whether a document is what a JSON Schema says, in the words that our schemas use; members that they do not name are faults.</summary>
internal static class SchemaCheck
{
    /// <summary>The faults, each with its place; none if the document is as the schema says.</summary>
    public static IReadOnlyList<string> Faults(JsonElement schema, JsonElement document) => [.. Faults(schema, document, "$")];

    private static IEnumerable<string> Faults(JsonElement schema, JsonElement value, string place)
    {
        if (schema.ValueKind == JsonValueKind.True)
        {
            return [];
        }

        if (schema.TryGetProperty("anyOf", out var choices))
        {
            var best = choices.EnumerateArray().Select(choice => Faults(choice, value, place).ToList()).MinBy(static faults => faults.Count)!;
            return best;
        }

        if (schema.TryGetProperty("enum", out var names))
        {
            return names.EnumerateArray().Any(name => name.GetString() == value.GetString()) ? [] : [$"{place}: '{value}' is none of {names}"];
        }

        if (!schema.TryGetProperty("type", out var type))
        {
            return schema.TryGetProperty("properties", out _) ? Members(schema, value, place) : [];
        }

        return type.GetString() switch
        {
            "object" => Members(schema, value, place),
            "array" => value.ValueKind == JsonValueKind.Array
                ? value.EnumerateArray().SelectMany((item, i) => Faults(schema.GetProperty("items"), item, $"{place}[{i}]"))
                : [$"{place}: {value.ValueKind} is no array"],
            "string" => Kind(JsonValueKind.String),
            "boolean" => value.ValueKind is JsonValueKind.True or JsonValueKind.False ? [] : [$"{place}: {value} is no boolean"],
            "integer" => value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out _) ? [] : [$"{place}: {value} is no integer"],
            "number" => Kind(JsonValueKind.Number),
            var unknown => [$"{place}: the type '{unknown}' is unknown to this check"],
        };

        IEnumerable<string> Kind(JsonValueKind kind) => value.ValueKind == kind ? [] : [$"{place}: {value} is no {kind}"];
    }

    private static IEnumerable<string> Members(JsonElement schema, JsonElement value, string place)
    {
        if (value.ValueKind != JsonValueKind.Object)
        {
            return [$"{place}: {value.ValueKind} is no object"];
        }

        if (!schema.TryGetProperty("properties", out var members))
        {
            return schema.TryGetProperty("additionalProperties", out var each) ? value.EnumerateObject().SelectMany(member => Faults(each, member.Value, $"{place}.{member.Name}")) : [];
        }

        var missing = schema.TryGetProperty("required", out var required)
            ? required.EnumerateArray().Where(name => !value.TryGetProperty(name.GetString()!, out _)).Select(name => $"{place}: {name} is missing")
            : [];
        return missing.Concat(value.EnumerateObject().SelectMany(member => members.TryGetProperty(member.Name, out var known)
            ? Faults(known, member.Value, $"{place}.{member.Name}")
            : [$"{place}.{member.Name} is not in the schema"]));
    }
}
