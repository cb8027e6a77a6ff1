using System.Runtime.CompilerServices;

namespace Ledger.Cli.Tests.Fixtures;

/// <summary>Screens as files beside the tests; LEDGER_WRITE_GOLDEN=1 writes them anew, to be read before they are committed.</summary>
public static class Golden
{
    /// <summary>Compares a screen with <c>Golden/name.txt</c>.</summary>
    public static void Equal(string name, string screen, [CallerFilePath] string test = "")
    {
        var path = Path.Combine(Path.GetDirectoryName(test)!, "..", "Golden", name + ".txt");
        if (Environment.GetEnvironmentVariable("LEDGER_WRITE_GOLDEN") == "1")
        {
            File.WriteAllText(path, screen);
        }

        Assert.Equal(File.ReadAllText(path), screen);
    }
}
