using System.Text.RegularExpressions;
using Ledger.Cli.Tests.Fixtures;
using Ledger.Cli.Verbs;

namespace Ledger.Cli.Tests.Documentation;

/// <summary>Every command that the documentation and the help show is one that the program takes.</summary>
public sealed partial class CommandTests : IDisposable
{
    private readonly Tool _tool = new();

    public static TheoryData<string> Pages { get; } = [.. Documents().Select(static path => Path.GetRelativePath(Repository.Root, path))];

    [Theory]
    [MemberData(nameof(Pages))]
    public void Commands_OfAPage_AreUnderstood(string page)
    {
        var lines = File.ReadAllLines(Repository.PathOf(page));
        var isCode = false;
        for (var i = 0; i < lines.Length; i++)
        {
            isCode ^= lines[i].StartsWith("```", StringComparison.Ordinal);
            if (isCode && Command().Match(lines[i]) is { Success: true } command)
            {
                AssertUnderstood($"{page}:{i + 1}", command.Groups["arguments"].Value);
            }
        }
    }

    [Fact]
    public async Task Examples_OfTheHelp_AreUnderstood()
    {
        foreach (var verb in VerbNames())
        {
            var help = await _tool.Run(verb, "--help");
            var examples = Example().Matches(help.Output);
            Assert.NotEmpty(examples);
            foreach (Match example in examples)
            {
                AssertUnderstood($"ledger {verb} --help", example.Groups["arguments"].Value);
            }
        }
    }

    [Fact]
    public void Commands_OfTheReadme_AreFound() =>
        Assert.True(Command().Count(string.Join('\n', File.ReadAllLines(Repository.PathOf("README.md")))) > 10, "the test finds no commands in README.md any more");

    [Fact]
    public void Check_OfAMistypedCommand_IsNotEmpty()
    {
        Assert.NotEmpty(_tool.Check("rnu", "experiments/quick.yaml"));
        Assert.NotEmpty(_tool.Check("gc", "--allstates"));
    }

    public void Dispose() => _tool.Dispose();

    private void AssertUnderstood(string place, string arguments)
    {
        var mistakes = _tool.Check(Words(arguments));
        Assert.True(mistakes.Count == 0, $"{place}: ledger {arguments}: {string.Join("; ", mistakes)}");
    }

    /// <summary>The words up to a comment, a pipe or a redirection.</summary>
    private static string[] Words(string arguments) =>
        [.. arguments.Split(' ', StringSplitOptions.RemoveEmptyEntries).TakeWhile(static word => word is not ("#" or "|" or ">" or "<" or "&&" or "\\"))];

    private static IEnumerable<string> VerbNames()
    {
        var session = new Session(Surroundings.OfProcess(), new GlobalOptions());
        return VerbCatalogue.All.Select(verb => verb.Build(session).Name);
    }

    private static IEnumerable<string> Documents() =>
        Directory.EnumerateFiles(Repository.PathOf("docs"), "*.md", SearchOption.AllDirectories).Append(Repository.PathOf("README.md"));

    // Variables, then the program, then what it is to do.
    [GeneratedRegex(@"^(\$ )?([A-Z_]+=\S+ )*(\./)?ledger (?<arguments>[a-z-].*)$", RegexOptions.Multiline)]
    private static partial Regex Command();

    [GeneratedRegex(@"^  ledger (?<arguments>.+)$", RegexOptions.Multiline)]
    private static partial Regex Example();
}
