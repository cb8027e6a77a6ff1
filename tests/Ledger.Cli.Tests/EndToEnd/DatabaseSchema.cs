using Ledger.Store;

namespace Ledger.Cli.Tests.EndToEnd;

/// <summary>A ledger of its own on the server that <c>./test</c> starts.</summary>
internal static class DatabaseSchema
{
    private const string Variable = "LEDGER_TEST_POSTGRES";

    /// <summary>The address of a new, migrated ledger; skips the test where there is no server. It goes with the server.</summary>
    public static string Create()
    {
        var server = Environment.GetEnvironmentVariable(Variable);
        Assert.SkipWhen(string.IsNullOrEmpty(server), $"{Variable} names no server: run ./test, or ./cluster start FOLDER");
        var address = $"{server}{(server.Contains('?', StringComparison.Ordinal) ? '&' : '?')}schema=test_{Guid.NewGuid():N}";
        LedgerStores.Migrate(StoreAddress.Parse(address));
        return address;
    }
}
