using System.CommandLine;
using Ledger.Cli.Running;

namespace Ledger.Cli.Verbs;

/// <summary><c>ledger run SPEC</c>.</summary>
public sealed class RunVerb : IVerb
{
    /// <inheritdoc/>
    public Command Build(Session session)
    {
        var specification = new Argument<string>("SPEC") { Description = "The experiment file (YAML)" };
        var replicates = ReplicateList.Option();
        var jobs = JobsOption.Create();
        var yes = new Option<bool>("--yes", "-y") { Description = "Install a missing data set without asking" };
        var verb = new Verb(
            "run",
            "Run an experiment; what the ledger has already is not computed again",
            "ledger run experiments/quick.yaml",
            "ledger run experiments/quick.yaml --replicates 0..2 --jobs 2",
            "ledger run experiments/quick.yaml --store /tmp/try.db --json")
        {
            specification, replicates, jobs, yes,
        };
        verb.SetAction(async (parse, cancellation) =>
        {
            var experiment = session.ReadExperiment(parse.GetRequiredValue(specification));
            var chosen = parse.GetValue(replicates) ?? [.. Enumerable.Range(0, experiment.Replicates)];
            var result = await new ReplicateRunner(session).Run(experiment, chosen, parse.GetValue(jobs), parse.GetValue(yes), cancellation);
            new RunReport(session.Screen).Write(result);
            return result.ExitCode;
        });
        return verb;
    }
}
