using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace Ledger.Cli.Schemas;

/// <summary>References within a schema, replaced by what they point to: the schemas of answers are joined, and pointers from a root would go astray.</summary>
internal static class SchemaReferences
{
    private const string Reference = "$ref";

    /// <summary>The schema without references; what holds others of its kind, as layers do, is described to the first of them.</summary>
    public static JsonNode Resolve(JsonNode root) => Copy(root, root, []);

    private static JsonNode Copy(JsonNode node, JsonNode root, ImmutableList<string> within) => node switch
    {
        JsonObject reference when (string?)reference[Reference] is { } pointer => Described(reference, within.Contains(pointer) ? Outline(Find(root, pointer)) : Copy(Find(root, pointer), root, within.Add(pointer))),
        JsonObject members => new JsonObject(members.Select(member => KeyValuePair.Create(member.Key, member.Value is null ? null : Copy(member.Value, root, within)))),
        JsonArray items => new JsonArray([.. items.Select(item => item is null ? null : Copy(item, root, within))]),
        _ => node.DeepClone(),
    };

    /// <summary>What a schema says of the whole, nothing of its parts.</summary>
    private static JsonObject Outline(JsonNode whole) => new([.. whole.AsObject()
        .Where(static member => member.Key is "type" or "description")
        .Select(static member => KeyValuePair.Create(member.Key, member.Value?.DeepClone()))]);

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
}
