using System.Text.RegularExpressions;
using Ledger.Cli.Tests.EndToEnd;
using Ledger.Cli.Tests.Fixtures;

namespace Ledger.Cli.Tests.Documentation;

/// <summary>The commands of the pages on the three uses are run, and show what the pages say.</summary>
public sealed partial class PageTests
{
    private const string Left = "…";

    [Theory]
    [InlineData("replay.md")]
    [InlineData("rebuild.md")]
    [InlineData("audit.md")]
    [InlineData("diff.md")]
    public async Task Commands_OfAPage_ShowWhatItSays(string page)
    {
        RealProgram.SkipWithoutData();
        var commands = DocumentedCommand.Of(Repository.PathOf("docs", page));
        using var session = new DocumentedSession();
        var shown = 0;
        foreach (var (command, output) in commands)
        {
            var found = await session.Run(command);

            Assert.False(found.Contains("This is a bug", StringComparison.Ordinal) || found.Contains("ledger --help", StringComparison.Ordinal), $"{command}\n{found}");
            if (output.Count > 0)
            {
                shown++;
                Assert.True(Pattern(output).IsMatch(Steady(found)), $"{page}: {command}\nwanted\n{string.Join('\n', output)}\nfound\n{found}");
            }
        }

        Assert.True(shown > 1, $"the test finds no output in {page} any more");
    }

    /// <summary>The output as it is documented, where a line of … stands for any lines; what differs between machines and days may differ.</summary>
    private static Regex Pattern(IReadOnlyList<string> lines)
    {
        var text = string.Join('\n', lines.SkipWhile(static line => line.Length == 0)).TrimEnd();
        return new Regex($@"\A\s*{string.Join(".*", $"{Steady(text)}\n".Split($"{Left}\n").Select(Regex.Escape))}\s*\z", RegexOptions.Singleline);
    }

    private static string Steady(string text) => Varying().Replace(string.Join('\n', text.Split('\n').Select(static line => line.TrimEnd())), "···");

    [GeneratedRegex(@"SHA256:[\w+/]+|less than a second|about [\d.]+ m?s\b|\d+ jobs?\b|\d+ events\b|(?<=root )[0-9a-f]+|position \d+|cpu, \w+, \d+ threads?|\d+\.\d+ s\b|(?<=ledger/)[0-9a-f]{8,}")]
    private static partial Regex Varying();
}
