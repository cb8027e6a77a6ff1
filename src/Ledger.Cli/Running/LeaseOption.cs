using System.CommandLine;
using Ledger.Application.Sharing;

namespace Ledger.Cli.Running;

/// <summary>How long a replicate stays with a machine that has gone silent.</summary>
public static class LeaseOption
{
    /// <summary>The option, null where it is absent; the usual time is right nearly always, so the help leaves it out.</summary>
    public static Option<int?> Create()
    {
        var option = CountOption.Create("--lease", "Seconds after which other machines take over a replicate from this one when it has gone silent. Default: 60");
        option.Hidden = true;
        return option;
    }

    /// <summary>The terms of a value.</summary>
    public static LeaseTerms? Terms(int? seconds) => seconds is { } given ? new LeaseTerms(TimeSpan.FromSeconds(given)) : null;
}
