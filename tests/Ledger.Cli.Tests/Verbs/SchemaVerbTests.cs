using System.Text.Json;
using Ledger.Cli.Tests.Fixtures;

namespace Ledger.Cli.Tests.Verbs;

/// <summary>Every answer is what `ledger schema` says of it.</summary>
public sealed class SchemaVerbTests : IDisposable
{
    private readonly Tool _tool = new();

    [Fact]
    public async Task Schema_OfEveryVerb_DescribesEveryMember()
    {
        foreach (var verb in await Answering())
        {
            var schema = await SchemaOf(verb);

            Assert.Equal($"ledger {verb} --json", schema.GetProperty("title").GetString());
            Assert.All(References(schema), reference => Assert.Equal("object", Target(schema, reference).GetProperty("type").GetString()));
            Assert.Empty(Undescribed(schema, verb));
        }
    }

    [Fact]
    public async Task Json_OfEveryVerb_IsAsItsSchemaSays()
    {
        var checkedVerbs = new HashSet<string>();
        foreach (var (_, args) in EveryCall.On(_tool).Where(static call => call.Args[0] != "schema"))
        {
            var verb = EveryCall.VerbOf(args);
            var call = await _tool.Run([.. args, "--json"]);
            string[] documents = args[0] is "log" or "metrics" ? call.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries) : [call.Output];
            var schema = await SchemaOf(verb);

            Assert.True(documents.Length > 0, string.Join(' ', args));
            Assert.All(documents, document => Assert.Empty(SchemaCheck.Faults(schema, JsonDocument.Parse(document).RootElement).Select(fault => $"{string.Join(' ', args)}: {fault}")));
            checkedVerbs.Add(verb);
        }

        // These read files of real data sets: they are in no ledger of a test.
        Assert.Equal(["data check", "data path"], (await Answering()).Except(checkedVerbs));
    }

    [Fact]
    public async Task Schema_OfWhatHoldsItsKind_RefersToItself() =>
        Assert.Contains("#/anyOf/0/properties/specification/properties/layers/items", References(await SchemaOf("show")));

    [Fact]
    public void SchemaCheck_OfWrongDocuments_FindsTheFault()
    {
        var schema = Parse("""{"type":"object","properties":{"a":{"type":"integer"},"b":{"type":"array","items":{"type":"string"}}},"required":["a"]}""");

        Assert.Empty(SchemaCheck.Faults(schema, Parse("""{"a":1,"b":["x"]}""")));
        Assert.Single(SchemaCheck.Faults(schema, Parse("""{"b":[]}""")));
        Assert.Single(SchemaCheck.Faults(schema, Parse("""{"a":1.5}""")));
        Assert.Single(SchemaCheck.Faults(schema, Parse("""{"a":1,"b":[2]}""")));
        Assert.Single(SchemaCheck.Faults(schema, Parse("""{"a":1,"c":2}""")));
    }

    [Fact]
    public async Task Schema_OfNoVerb_IsNotFound()
    {
        var call = await _tool.Run("schema", "nothing");

        Assert.Equal(ExitCodes.NotFound, call.Exit);
        Assert.Contains("no verb 'nothing' answers with JSON", call.Error, StringComparison.Ordinal);
    }

    public void Dispose() => _tool.Dispose();

    private static JsonElement Parse(string json) => JsonDocument.Parse(json).RootElement;

    private static IEnumerable<string> Undescribed(JsonElement schema, string place) => schema.ValueKind switch
    {
        JsonValueKind.Object => schema.EnumerateObject().SelectMany(member => member.Name == "properties"
            ? member.Value.EnumerateObject().SelectMany(property => property.Value.ValueKind == JsonValueKind.Object && property.Value.TryGetProperty("description", out _)
                ? Undescribed(property.Value, $"{place}.{property.Name}")
                : [$"{place}.{property.Name}"])
            : Undescribed(member.Value, place)),
        JsonValueKind.Array => schema.EnumerateArray().SelectMany(item => Undescribed(item, place)),
        _ => [],
    };

    private async Task<IReadOnlyList<string>> Answering() =>
        [.. (await _tool.Run("schema")).Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(static line => line["ledger schema ".Length..])];

    private async Task<JsonElement> SchemaOf(string verb) => (await _tool.Run(["schema", .. verb.Split(' ')])).Json;

    private static IEnumerable<string> References(JsonElement node) => node.ValueKind switch
    {
        JsonValueKind.Object => node.EnumerateObject().SelectMany(static member => member.Name == "$ref" ? [member.Value.GetString()!] : References(member.Value)),
        JsonValueKind.Array => node.EnumerateArray().SelectMany(References),
        _ => [],
    };

    private static JsonElement Target(JsonElement schema, string reference) => reference.TrimStart('#').Split('/', StringSplitOptions.RemoveEmptyEntries)
        .Aggregate(schema, static (node, part) => node.ValueKind == JsonValueKind.Array ? node[int.Parse(part)] : node.GetProperty(part));
}
