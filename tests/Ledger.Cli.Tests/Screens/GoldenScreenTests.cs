using System.Text.RegularExpressions;
using Ledger.Cli.Tests.Fixtures;

namespace Ledger.Cli.Tests.Screens;

/// <summary>What every verb shows on terminals of 80 and 120 columns, with and without colour.</summary>
public sealed partial class GoldenScreenTests
{
    private static readonly (int Width, bool IsColoured, string Title)[] Terminals =
        [(80, false, "80 columns"), (80, true, "80 columns in colour"), (120, false, "120 columns"), (120, true, "120 columns in colour")];

    [Fact]
    public async Task EveryVerb_OnEveryTerminal_ShowsTheGoldenScreen()
    {
        var screens = new Dictionary<string, List<(string Title, string Text)>>();
        foreach (var (width, isColoured, title) in Terminals)
        {
            using var tool = new Tool();
            foreach (var (name, args) in EveryCall.On(tool))
            {
                screens.TryAdd(name, []);
                screens[name].Add((title, Steady(await tool.Show(width, isColoured, args))));
            }
        }

        Assert.All(screens, static screen => Golden.Equal(Path.Combine("screens", screen.Key), Page(screen.Value)));
    }

    /// <summary>Each screen under its title; of those that are alike the first.</summary>
    private static string Page(IReadOnlyList<(string Title, string Text)> screens) => string.Concat(screens
        .GroupBy(static screen => screen.Text)
        .Select(static alike => $"── {string.Join(", ", alike.Select(static screen => screen.Title))}\n{alike.Key}\n"));

    /// <summary>Without what differs between machines, keys and attempts; the escape character made visible.</summary>
    private static string Steady(string screen) => Varying().Replace(screen, "···").Replace('\e', '␛');

    [GeneratedRegex(@"(?<=0\.1\.0)\+[0-9a-f]+|attempt-[a-z2-7]{8}|(?<=SQLite )[\d.]+|\d+(\.\d)? [kM]?B\b|SHA256:\S+|(?<=root +)[0-9a-f]+|(?<=ledger/)[0-9a-f]+|(?<=runtime +).*|(?<=processor +).*|(?<=device +).*|cpu, \w+, \d+ threads?|(?<=\d+ cores?: ).*")]
    private static partial Regex Varying();
}
