namespace Ledger.Cli.Tests.Documentation;

/// <summary>A command on a page: after <c>$</c> with the output that follows it, or in a comment <c>before:</c>, which makes ready what the page speaks of.</summary>
internal sealed record DocumentedCommand(string Command, IReadOnlyList<string> Output)
{
    private const string Before = "<!-- before: ";
    private const string Prompt = "$ ";
    private const string Fence = "```";

    /// <summary>The commands of a page, in order.</summary>
    public static IReadOnlyList<DocumentedCommand> Of(string page)
    {
        var commands = new List<DocumentedCommand>();
        var (isCode, isShown) = (false, false);
        foreach (var line in File.ReadLines(page))
        {
            if (line.StartsWith(Fence, StringComparison.Ordinal))
            {
                (isCode, isShown) = (!isCode, false);
            }
            else if (line.StartsWith(Before, StringComparison.Ordinal))
            {
                commands.Add(new DocumentedCommand(line[Before.Length..].Replace("-->", "", StringComparison.Ordinal).Trim(), []));
            }
            else if (isCode && line.StartsWith(Prompt, StringComparison.Ordinal))
            {
                commands.Add(new DocumentedCommand(line[Prompt.Length..], []));
                isShown = true;
            }
            else if (isShown)
            {
                commands[^1] = commands[^1] with { Output = [.. commands[^1].Output, line] };
            }
        }

        return commands;
    }
}
