using System.CommandLine;
using System.Globalization;

namespace Ledger.Cli.Replaying;

/// <summary>The seed of an auditor's draw.</summary>
public static class DrawOption
{
    /// <summary>The option, null where it is absent.</summary>
    public static Option<ulong?> Create() => new("--draw")
    {
        Description = "Seed of the draw, to repeat one. Default: from the system's randomness",
        HelpName = "seed",
        CustomParser = static result =>
        {
            var text = result.Tokens[0].Value;
            if (ulong.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seed))
            {
                return seed;
            }

            result.AddError($"--draw is '{text}', wanted a number from 0 to {ulong.MaxValue}");
            return null;
        },
    };
}
