using System.Text.Json.Nodes;
using System.Text.Json.Schema;
using System.Text.Json.Serialization.Metadata;
using Ledger.Cli.Answers;
using Ledger.Cli.Screens;

namespace Ledger.Cli.Schemas;

/// <summary>The JSON Schema (draft 2020-12) of what a verb answers with <c>--json</c>; descriptions are the docstrings of the answers.</summary>
public static class AnswerSchema
{
    private static readonly JsonSchemaExporterOptions Exporting = new() { TreatNullObliviousAsNonNullable = true, TransformSchemaNode = Describe };

    /// <summary>The schema of a verb's answers, a failure being one of them.</summary>
    /// <param name="verb">The verb, as it is called.</param>
    /// <param name="answers">The types it answers with.</param>
    public static JsonObject Of(string verb, IEnumerable<Type> answers) => new()
    {
        ["$schema"] = "https://json-schema.org/draft/2020-12/schema",
        ["title"] = $"ledger {verb} --json",
        ["anyOf"] = new JsonArray([.. answers.Append(typeof(FailureAnswer)).Select(static (type, i) => SchemaReferences.Resolve(JsonText.Options.GetJsonSchemaAsNode(type, Exporting), $"#/anyOf/{i}"))]),
    };

    private static JsonNode Describe(JsonSchemaExporterContext context, JsonNode schema)
    {
        if (JsonText.IsText(context.TypeInfo.Type))
        {
            return Text();
        }

        if (schema is JsonObject described && context.TypeInfo.Kind == JsonTypeInfoKind.Object)
        {
            DescribeMembers(described, context.TypeInfo);
        }

        if (schema is JsonObject node && context.PropertyInfo is null && Docstrings.Of(context.TypeInfo.Type) is { } summary)
        {
            node.Insert(0, "description", summary);
        }

        return schema;
    }

    /// <summary>Says of each member what it is, whether it may be absent, and that absent values are never null.</summary>
    private static void DescribeMembers(JsonObject schema, JsonTypeInfo type)
    {
        var members = schema["properties"]?.AsObject();
        var required = new JsonArray();
        foreach (var member in type.Properties.Where(member => members?.ContainsKey(member.Name) == true))
        {
            members![member.Name] = OfMember(member, members[member.Name]!);
            if (!member.IsGetNullable)
            {
                required.Add(member.Name);
            }
        }

        schema.Remove("required");
        if (required.Count > 0)
        {
            schema.Add("required", required);
        }
    }

    private static JsonObject Text() => new() { ["type"] = "string" };

    private static JsonObject OfMember(JsonPropertyInfo member, JsonNode found)
    {
        // Anything at all is the schema "true"; an object without conditions says the same and has room for a description.
        var node = JsonText.IsText(member.PropertyType) ? Text() : found.DeepClone() as JsonObject ?? [];
        node.Remove("default");
        if (node["type"] is JsonArray types)
        {
            node["type"] = types.Select(static type => (string?)type).First(static type => type != "null");
        }

        if (member.PropertyType.IsGenericType && JsonText.IsText(member.PropertyType.GetGenericArguments()[^1]) && (string?)node["type"] == "array")
        {
            node["items"] = Text();
        }

        if (Docstrings.Of(member) is { } text)
        {
            node.Remove("description");
            node.Insert(0, "description", text);
        }

        return node;
    }
}
