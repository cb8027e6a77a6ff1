using System.CommandLine;
using System.Globalization;
using Ledger.Application.Replays;

namespace Ledger.Cli.Replaying;

/// <summary>How much of a replay is to be done.</summary>
public static class BudgetOption
{
    private const int Largest = 1_000_000;

    /// <summary>The option: a time as <c>30s</c>, <c>10m</c>, <c>2h</c>, or a number of segments; null where it is absent.</summary>
    public static Option<ReplayBudget?> Create() => new("--budget")
    {
        Description = "Replay only segments drawn at random until this is spent: 30s, 10m, 2h, or a number of segments",
        HelpName = "budget",
        CustomParser = static result =>
        {
            var text = result.Tokens[0].Value;
            if (Parse(text) is { } budget)
            {
                return budget;
            }

            result.AddError($"--budget is '{text}', wanted a time as 30s, 10m or 2h, or a number of segments, 1 to {Largest}");
            return null;
        },
    };

    private static ReplayBudget? Parse(string text)
    {
        var unit = text.Length > 0 && char.IsAsciiLetter(text[^1]) ? text[^1] : ' ';
        if (!int.TryParse(unit == ' ' ? text : text[..^1], NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number is 0 or > Largest)
        {
            return null;
        }

        return unit switch
        {
            ' ' => new ReplayBudget(Time: null, number),
            's' => new ReplayBudget(TimeSpan.FromSeconds(number)),
            'm' => new ReplayBudget(TimeSpan.FromMinutes(number)),
            'h' => new ReplayBudget(TimeSpan.FromHours(number)),
            _ => null,
        };
    }
}
