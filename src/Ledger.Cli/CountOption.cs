using System.CommandLine;
using System.Globalization;

namespace Ledger.Cli;

/// <summary>Options that take how many of something.</summary>
public static class CountOption
{
    private const int Largest = 1024;

    /// <summary>An option of 1 to 1024, null where it is absent.</summary>
    public static Option<int?> Create(string name, string description) => new(name)
    {
        Description = description,
        HelpName = "n",
        CustomParser = result =>
        {
            var text = result.Tokens[0].Value;
            if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count is >= 1 and <= Largest)
            {
                return count;
            }

            result.AddError($"{name} is '{text}', wanted 1 to {Largest}");
            return null;
        },
    };
}
