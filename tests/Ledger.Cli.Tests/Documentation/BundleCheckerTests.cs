using Ledger.Cli.Tests.Fixtures;
using Microsoft.Data.Sqlite;

namespace Ledger.Cli.Tests.Documentation;

/// <summary>docs/check_bundle.py checks what ledger export writes, with none of our code.</summary>
public sealed class BundleCheckerTests : IDisposable
{
    private readonly Tool _tool = new();

    private string Bundle => _tool.File("tiny.bundle");

    [Fact]
    public async Task CheckBundle_OfASealedBundle_ShowsRunsAndResults()
    {
        var result = await Sealed();
        var (exit, text) = Check();

        Assert.True(exit == 0, text);
        Assert.Contains($"tiny.1 result {result}", text, StringComparison.Ordinal);
        Assert.Contains("sealed by SHA256:", text, StringComparison.Ordinal);
        Assert.Contains("2 runs begun in the source ledger, 1 of them not in here", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task CheckBundle_OfABundleWithoutASeal_Holds()
    {
        await Run("run", _tool.Experiment());
        await Run("export", "--all", "-o", Bundle, "--states");
        var (exit, text) = Check();

        Assert.True(exit == 0, text);
        Assert.DoesNotContain("sealed", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("UPDATE events SET body = replace(body, '\"step\":3', '\"step\":4') WHERE alias = 'step_trained'", "its content does not have its hash")]
    [InlineData("DELETE FROM events WHERE position = (SELECT max(position) FROM events)", "its last version is")]
    [InlineData("UPDATE events SET metadata = '{}' WHERE metadata IS NOT NULL", "its metadata are not those")]
    [InlineData("UPDATE blobs SET content = zeroblob(length(content))", "its content has digest")]
    [InlineData("DELETE FROM blobs", "is missing")]
    [InlineData("DELETE FROM bundle WHERE name = 'seal'", "its parts are")]
    [InlineData("DELETE FROM bundle WHERE name <> 'manifest'", "manifest: it says it is sealed by")]
    [InlineData("UPDATE bundle SET content = CAST(replace(CAST(content AS TEXT), '\"events\":', '\"events\":1') AS BLOB) WHERE name = 'manifest'", "manifest: it says 1")]
    [InlineData("UPDATE bundle SET content = CAST(replace(CAST(content AS TEXT), '\"replicate\":1', '\"replicate\":0') AS BLOB) WHERE name = 'manifest'", "is not that replicate")]
    [InlineData("UPDATE bundle SET content = CAST(replace(CAST(content AS TEXT), 'ledger/', 'lodger/') AS BLOB) WHERE name = 'seal'", "the key did not sign")]
    [InlineData("UPDATE bundle SET content = CAST(replace(CAST(content AS TEXT), '\"outside\":[\"', '\"outside\":[\"0000000000000000000000000000000000000000000000000000000000000000\",\"') AS BLOB) WHERE name = 'coverage'", "coverage: ")]
    public async Task CheckBundle_AfterAnAlteration_NamesIt(string alteration, string fault)
    {
        await Sealed();
        using (var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = Bundle, Pooling = false }.ConnectionString))
        {
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = alteration;
            Assert.NotEqual(0, command.ExecuteNonQuery());
        }

        var (exit, text) = Check();
        Assert.Equal(1, exit);
        Assert.Contains(fault, text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task CheckBundle_WithAnotherFingerprint_SaysWhichWasWanted()
    {
        await Sealed();
        var (exit, text) = Check("SHA256:other");

        Assert.Equal(1, exit);
        Assert.Contains("wanted SHA256:other", text, StringComparison.Ordinal);
    }

    public void Dispose() => _tool.Dispose();

    private async Task<string> Sealed()
    {
        await Run("run", _tool.Experiment());
        await Run("seal", "init");
        await Run("seal");
        await Run("export", "tiny.1", "-o", Bundle);
        return (await _tool.Run("show", "tiny.1", "--json")).Json.GetProperty("run").GetProperty("result").GetString()!;
    }

    private async Task Run(params string[] args)
    {
        var call = await _tool.Run(args);
        Assert.True(call.Exit == 0, call.Screen);
    }

    private (int Exit, string Text) Check(params string[] more) => Python.Run("check_bundle.py", [Bundle, .. more]);
}
