using System.CommandLine;

namespace Ledger.Cli.Running;

/// <summary>How many replicates run at once.</summary>
public static class JobsOption
{
    /// <summary>The option, null where it is absent.</summary>
    public static Option<int?> Create() =>
        CountOption.Create("--jobs", "Replicates at once; changes the time, never a bit. Default: as many as there are, up to one per core");
}
