using System.CommandLine;
using Ledger.Cli.Answers;
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
        var options = new RunOptions();
        var verb = new Verb(
            "run",
            "Run an experiment; what the ledger has is not computed again, what another machine does is left to it",
            "ledger run experiments/quick.yaml",
            "ledger run experiments/quick.yaml --replicates 10..19 --jobs 2",
            "ledger run experiments/quick.yaml --store /tmp/try.db --json")
        {
            specification, replicates,
        };
        options.AddTo(verb);
        verb.SetAction(async (parse, cancellation) =>
        {
            var experiment = session.ReadExperiment(parse.GetRequiredValue(specification));
            var chosen = parse.GetValue(replicates) ?? [.. Enumerable.Range(0, experiment.Replicates)];
            var result = await new ReplicateRunner(session).Run(experiment, chosen, options.Of(parse), cancellation);
            new RunReport(session.Screen, session.Failures).Write(result);
            return result.ExitCode;
        });
        return verb.Answering(typeof(RunAnswer));
    }
}
