using System.Text.RegularExpressions;

namespace Ledger.Architecture.Tests;

/// <summary>What every source keeps to.</summary>
public sealed partial class SourceTests
{
    private const int LongestFile = 250;

    private static readonly string[] Kernels = ["src/Ledger.Arithmetic/Fast/", "src/Ledger.Arithmetic/Reference/"];

    private static readonly string[] EmptyWords = ["Manager", "Helper", "Helpers", "Util", "Utils", "Utilities", "Common", "Impl"];

    [Fact]
    public void Sources_AreThere() => Assert.True(Repository.Sources.Count > 200);

    [Fact]
    public void PublicTypes_HaveDocstrings()
    {
        var silent = Repository.Sources.SelectMany(static source => source.Value.Index().Where(line => PublicType().IsMatch(line.Item) && !IsDocumented(source.Value, line.Index)).Select(line => $"{source.Key}:{line.Index + 1}"));

        Assert.Empty(silent);
    }

    [Fact]
    public void Files_ButKernels_AreShort() =>
        Assert.Empty(Repository.Sources.Where(static source => source.Value.Length > LongestFile && !Kernels.Any(source.Key.StartsWith)).Select(static source => $"{source.Key} has {source.Value.Length} lines"));

    [Fact]
    public void Files_BearNoEmptyWords() =>
        Assert.DoesNotContain(Repository.Sources.Keys, static path => Word().Matches(Path.GetFileNameWithoutExtension(path)).Any(static word => EmptyWords.Contains(word.Value)));

    [Fact]
    public void Files_OpenTheNamespaceOfTheirFolder()
    {
        var astray = Repository.Sources.Where(static source => source.Value.FirstOrDefault(static line => line.StartsWith("namespace ", StringComparison.Ordinal)) is { } line
            && line != $"namespace {string.Join('.', source.Key.Split('/')[1..^1])};").Select(static source => source.Key);

        Assert.Empty(astray);
    }

    // The compiler bans more by symbol; this holds even where an analyzer does not run.
    [Theory]
    [InlineData("DateTime.UtcNow")]
    [InlineData("DateTime.Now")]
    [InlineData("DateTimeOffset.UtcNow")]
    [InlineData("Guid.NewGuid")]
    [InlineData("new Random(")]
    [InlineData("Random.Shared")]
    [InlineData("Environment.TickCount")]
    [InlineData("TensorPrimitives")]
    public void ExactProducts_NeverMention(string banned) =>
        Assert.Empty(Repository.Of(Repository.Exact).Where(source => source.Lines.Any(line => line.Contains(banned))).Select(static source => source.Path));

    private static bool IsDocumented(string[] lines, int declaration)
    {
        var above = declaration - 1;
        while (above > 0 && lines[above].TrimStart().StartsWith('['))
        {
            above--;
        }

        return above >= 0 && lines[above].TrimStart().StartsWith("///", StringComparison.Ordinal);
    }

    [GeneratedRegex(@"^\s*public\s+((sealed|static|abstract|readonly|partial|ref|unsafe)\s+)*(class|record|struct|interface|enum|delegate)\b")]
    private static partial Regex PublicType();

    [GeneratedRegex("[A-Z][a-z0-9]*")]
    private static partial Regex Word();
}
