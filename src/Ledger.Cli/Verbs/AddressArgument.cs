using System.CommandLine;
using Ledger.Application.Addresses;

namespace Ledger.Cli.Verbs;

/// <summary>Addresses on the command line.</summary>
internal static class AddressArgument
{
    /// <summary>One address with all its parts.</summary>
    public static Argument<string> One() => new("ADDRESS") { Description = $"{Address.Grammar}; RUN is an id or NAME.REPLICATE, as ledger ls prints them" };

    /// <summary>Runs or rounds, at least one.</summary>
    public static Argument<string[]> Rounds() => new("ADDRESS") { Description = "Runs or rounds: RUN or RUN/round", Arity = ArgumentArity.OneOrMore };
}
