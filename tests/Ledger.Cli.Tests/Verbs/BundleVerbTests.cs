using System.Text.RegularExpressions;
using Ledger.Cli.Tests.Fixtures;
using Microsoft.Data.Sqlite;

namespace Ledger.Cli.Tests.Verbs;

public sealed partial class BundleVerbTests : IDisposable
{
    private readonly Tool _tool = new();

    private string Bundle => _tool.File("tiny.bundle");

    [Theory]
    [InlineData("ls")]
    [InlineData("show", "tiny.0")]
    [InlineData("log", "tiny.0")]
    [InlineData("lineage", "tiny.0/2")]
    [InlineData("metrics", "tiny.0")]
    [InlineData("replay", "tiny.0")]
    [InlineData("rebuild", "tiny.0/2", "--out", "ticket.safetensors")]
    [InlineData("verify")]
    [InlineData("diff", "tiny.0", "tiny.0")]
    public async Task Bundle_IsReadByEveryReadingVerb_AndStaysAsItIs(params string[] args)
    {
        await Export();
        var before = File.ReadAllBytes(Bundle);
        var call = await _tool.Run([.. args.Select(arg => arg.EndsWith(".safetensors", StringComparison.Ordinal) ? _tool.File(arg) : arg), "--store", Bundle]);

        Assert.True(call.Exit == ExitCodes.Done, call.Screen);
        Assert.Equal(before, File.ReadAllBytes(Bundle));
        Assert.Empty(Directory.GetFiles(Path.GetDirectoryName(Bundle)!, "tiny.bundle-*"));
    }

    [Fact]
    public async Task Bundle_NamedInAnAddress_IsRead()
    {
        await Export();

        Assert.Equal(ExitCodes.Done, (await _tool.Run("show", $"{Bundle}#tiny.0")).Exit);
    }

    [Fact]
    public async Task ExportAndImport_ShowTheGoldenScreens()
    {
        Golden.Equal("export", Sized(await Export()));
        Golden.Equal("import", Sized(await _tool.Run("import", Bundle, "--store", _tool.File("other.db"))));
        Golden.Equal("import-again", Sized(await _tool.Run("import", Bundle, "--store", _tool.File("other.db"))));
        Golden.Equal("verify-bundle", (await _tool.Run("verify", "--store", Bundle)).Screen);
    }

    [Fact]
    public async Task Verify_OfASealedBundle_TakesTheRightKeyOnly()
    {
        Assert.Equal(ExitCodes.Done, (await _tool.Run("run", _tool.Experiment())).Exit);
        Assert.Equal(ExitCodes.Done, (await _tool.Run("seal", "init")).Exit);
        Assert.Equal(ExitCodes.Done, (await _tool.Run("seal")).Exit);
        var export = await _tool.Run("export", "--all", "-o", Bundle, "--json");
        var key = export.Json.GetProperty("manifest").GetProperty("key").GetString()!;

        Assert.Equal(ExitCodes.Done, (await _tool.Run("verify", "--store", Bundle, "--key", key)).Exit);
        Assert.Equal(ExitCodes.Corrupt, (await _tool.Run("verify", "--store", Bundle, "--key", "SHA256:another")).Exit);
        Assert.Equal(ExitCodes.Corrupt, (await _tool.Run("import", Bundle, "--key", "SHA256:another", "--store", _tool.File("other.db"))).Exit);
        Assert.Equal(ExitCodes.Done, (await _tool.Run("import", Bundle, "--key", key, "--store", _tool.File("other.db"))).Exit);
        Assert.Contains("imported", (await _tool.Run("ls", "--store", _tool.File("other.db"))).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_IntoABundle_SaysToImportIt()
    {
        await Export();
        var call = await _tool.Run("run", _tool.Experiment(), "--store", Bundle);

        Assert.Equal(ExitCodes.Io, call.Exit);
        Assert.Contains("ledger import", call.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Import_OfAnAlteredBundle_IsCorrupt()
    {
        await Export();
        using (var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = Bundle, Pooling = false }.ConnectionString))
        {
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = "UPDATE events SET body = replace(body, '\"kept\":', '\"kept\":1') WHERE alias = 'ticket_drawn'";
            Assert.NotEqual(0, command.ExecuteNonQuery());
        }

        Assert.Equal(ExitCodes.Corrupt, (await _tool.Run("import", Bundle, "--store", _tool.File("other.db"))).Exit);
        Assert.Equal(ExitCodes.Corrupt, (await _tool.Run("verify", "--store", Bundle)).Exit);
    }

    [Fact]
    public async Task Import_OfALedger_SaysWhatMakesABundle()
    {
        await Export();
        var call = await _tool.Run("import", _tool.Store, "--store", _tool.File("other.db"));

        Assert.Equal(ExitCodes.Corrupt, call.Exit);
        Assert.Contains("ledger export", call.Error, StringComparison.Ordinal);
    }

    public void Dispose() => _tool.Dispose();

    private async Task<Call> Export()
    {
        Assert.Equal(ExitCodes.Done, (await _tool.Run("run", _tool.Experiment(), "--jobs", "1", "--threads", "1")).Exit);
        var call = await _tool.Run("export", "tiny.0", "-o", Bundle);
        Assert.True(call.Exit == ExitCodes.Done, call.Screen);
        return call;
    }

    // What an attempt notes of its machine has another length on another one.
    private static string Sized(Call call) => Bytes().Replace(call.Screen, "··· kB");

    [GeneratedRegex(@"\d+\.\d kB")]
    private static partial Regex Bytes();
}
