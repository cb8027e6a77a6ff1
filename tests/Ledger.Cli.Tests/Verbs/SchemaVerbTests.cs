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
            Assert.DoesNotContain("$ref", schema.GetRawText(), StringComparison.Ordinal);
            Assert.Empty(Undescribed(schema, verb));
        }
    }

    [Fact]
    public async Task Json_OfEveryVerb_IsAsItsSchemaSays()
    {
        var (bundle, proof, seal) = (_tool.File("tiny.bundle"), _tool.File("tiny.proof"), _tool.File("tiny.seal"));
        string[][] calls =
        [
            ["validate", _tool.Experiment(), "--expand"], ["run", _tool.Experiment()], ["validate", _tool.Experiment()], ["resume"],
            ["ls"], ["ls", "--experiments"], ["show", "tiny.0"], ["show", "tiny.0/1"], ["show", "tiny.0/1:mask"], ["show", "tiny.0/1@7"],
            ["log", "tiny.0", "-n", "3"], ["log", "tiny.0/1", "--steps", ".."], ["lineage", "tiny.0/2"], ["metrics", "tiny.0/1"], ["metrics", "tiny.0", "--evaluations"],
            ["diff", "tiny.0", "tiny.1"], ["diff", "tiny.0", "tiny.0"], ["replay", "tiny.0"], ["replay", "tiny.0", "tiny.1"],
            ["rebuild", "tiny.0/2", "--out", _tool.File("t")], ["rebuild", "tiny.0/2", "--plan"], ["rebuild", "tiny.0/2", "--layout", "torch", "--out", _tool.File("t")],
            ["rebuild", "tiny.0/2", "--format", "compact", "--out", _tool.File("t.compact")], ["rebuild", "tiny.0/1@7", "--plan"],
            ["verify"], ["seal", "init"], ["seal", "-o", seal], ["seal", "ls"], ["verify", "--seal", seal], ["prove", "tiny.0/1:mask", "-o", proof], ["verify", "--proof", proof],
            ["export", "tiny.0", "-o", bundle], ["import", bundle], ["verify", "--store", bundle], ["data", "ls"], ["gc", "--plan"], ["gc"],
            ["store", "ping"], ["store", "migrate"], ["store", "info"], ["store", "compact"], ["store", "refresh"], ["store", "copy", _tool.Store, _tool.File("copy.db")],
            ["doctor"], ["doctor", "--affected", "0.1.0"], ["version"], ["show", "nothing"],
        ];
        var checkedVerbs = new HashSet<string>();
        foreach (var args in calls)
        {
            var verb = args[0] is "store" or "data" || (args[0] is "seal" && args is [_, "init" or "ls"]) ? $"{args[0]} {args[1]}" : args[0];
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
}
