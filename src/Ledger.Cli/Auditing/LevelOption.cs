using System.CommandLine;
using Ledger.Events.Claims;

namespace Ledger.Cli.Auditing;

/// <summary>How strictly claims are checked at least.</summary>
internal static class LevelOption
{
    /// <summary>The option.</summary>
    public static Option<ClaimLevel> Create() => new("--level")
    {
        Description = "Check at least so strictly: record (events and their hashes), recompute (figures from rebuilt states and masks), replay (the trainings)",
        HelpName = "record|recompute|replay",
        DefaultValueFactory = static _ => ClaimLevel.Record,
    };
}
