using System.Text.Json.Nodes;

namespace Ledger.Cli.Schemas;

/// <summary>
/// References within a schema, replaced by what they point to: the schemas of answers are joined, and pointers from a root would go astray.
/// Where a thing holds others of its kind, as layers do, the reference stays, from the root of the whole.
/// </summary>
internal static class SchemaReferences
{
    private const string Reference = "$ref";

    /// <summary>The schema with no more references than it needs.</summary>
    /// <param name="root">The schema of an answer.</param>
    /// <param name="place">Where it will stand, as a pointer from the root of the whole.</param>
    public static JsonNode Resolve(JsonNode root, string place) => Copy(root, new Expansion(root, place, []));

    private static JsonNode Copy(JsonNode node, Expansion expansion) => node switch
    {
        JsonObject reference when (string?)reference[Reference] is { } pointer => Described(reference, Target(pointer, expansion)),
        JsonObject members => new JsonObject(members.Select(member => KeyValuePair.Create(member.Key, member.Value is null ? null : Copy(member.Value, expansion)))),
        JsonArray items => new JsonArray([.. items.Select(item => item is null ? null : Copy(item, expansion))]),
        _ => node.DeepClone(),
    };

    private static JsonNode Target(string pointer, Expansion expansion) => expansion.Open.Contains(pointer)
        ? new JsonObject { [Reference] = expansion.Place + pointer.TrimStart('#') }
        : Copy(Find(expansion.Root, pointer), expansion with { Open = [.. expansion.Open, pointer] });

    /// <summary>What stands beside the reference stays.</summary>
    private static JsonNode Described(JsonObject reference, JsonNode target)
    {
        foreach (var (name, value) in reference.Where(static member => member.Key != Reference).Reverse())
        {
            target.AsObject().Remove(name);
            target.AsObject().Insert(0, name, value?.DeepClone());
        }

        return target;
    }

    private static JsonNode Find(JsonNode root, string pointer) => pointer.TrimStart('#').Split('/', StringSplitOptions.RemoveEmptyEntries)
        .Aggregate(root, static (node, part) => (node is JsonArray items ? items[int.Parse(part, System.Globalization.CultureInfo.InvariantCulture)] : node[part])!);

    /// <summary>Where a copy stands.</summary>
    /// <param name="Root">The schema that pointers start from.</param>
    /// <param name="Place">Where that schema will stand.</param>
    /// <param name="Open">Pointers whose targets are being copied.</param>
    private sealed record Expansion(JsonNode Root, string Place, IReadOnlyList<string> Open);
}
