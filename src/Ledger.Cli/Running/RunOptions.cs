using System.CommandLine;

namespace Ledger.Cli.Running;

/// <summary>The options of the verbs that run replicates.</summary>
public sealed class RunOptions
{
    private readonly Option<int?> _jobs = JobsOption.Create();
    private readonly Option<int?> _lease = LeaseOption.Create();
    private readonly Option<bool> _yes = new("--yes", "-y") { Description = "Install a missing data set without asking" };

    /// <summary>Adds them to a verb.</summary>
    public void AddTo(Command verb)
    {
        verb.Options.Add(_jobs);
        verb.Options.Add(_lease);
        verb.Options.Add(_yes);
    }

    /// <summary>What was asked for.</summary>
    public RunSettings Of(ParseResult parse) => new(parse.GetValue(_jobs), parse.GetValue(_yes), LeaseOption.Terms(parse.GetValue(_lease)));
}
