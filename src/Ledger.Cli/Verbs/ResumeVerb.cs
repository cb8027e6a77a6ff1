using System.CommandLine;
using Ledger.Application.Addresses;
using Ledger.Application.Experiments;
using Ledger.Application.Specifications;
using Ledger.Cli.Running;
using Ledger.Store.Contract;
using Ledger.Store.Sqlite;

namespace Ledger.Cli.Verbs;

/// <summary><c>ledger resume [RUN…]</c>.</summary>
public sealed class ResumeVerb : IVerb
{
    /// <inheritdoc/>
    public Command Build(Session session)
    {
        var runs = new Argument<string[]>("RUN") { Description = "Runs to go on with. Default: those of the experiment that was worked on last", Arity = ArgumentArity.ZeroOrMore };
        var all = new Option<bool>("--all") { Description = "Every unfinished run" };
        var jobs = JobsOption.Create();
        var yes = new Option<bool>("--yes", "-y") { Description = "Install a missing data set without asking" };
        var verb = new Verb("resume", "Go on with interrupted runs; the history becomes the one an undisturbed run writes", "ledger resume", "ledger resume --all", "ledger resume quick.0 --jobs 2")
        {
            runs, all, jobs, yes,
        };
        verb.SetAction(async (parse, cancellation) =>
        {
            var chosen = await Choose(session, parse.GetValue(runs) ?? [], parse.GetValue(all), cancellation);
            if (chosen.Count == 0)
            {
                session.Screen.Answer(new { experiments = Array.Empty<object>() }, () => session.Screen.Line("Nothing to resume: every run is finished."));
                return ExitCodes.Done;
            }

            var results = new List<ExperimentResult>();
            foreach (var experiment in chosen.GroupBy(static run => run.Experiment))
            {
                var first = experiment.First();
                var replicates = experiment.Select(static run => run.Replicate).Order().ToList();
                var loaded = new LoadedExperiment(first.Name, Notes: null, first.Specification, replicates.Count, DataPath: null);
                results.Add(await new ReplicateRunner(session).Run(loaded, replicates, parse.GetValue(jobs), parse.GetValue(yes), cancellation));
            }

            new RunReport(session.Screen).Write(results);
            return results.Max(static result => result.ExitCode);
        });
        return verb;
    }

    private static async Task<IReadOnlyList<UnfinishedRun>> Choose(Session session, string[] named, bool isAll, CancellationToken cancellation)
    {
        using var ledger = session.Open(OpenMode.ReadOnly);
        var unfinished = await ledger.Send(new FindUnfinishedRuns(), cancellation);
        if (named.Length > 0)
        {
            var directory = await RunDirectory.Read(ledger.Store, cancellation);
            var runs = named.Select(directory.Find).Select(static known => known.Run).ToHashSet();
            return [.. unfinished.Where(run => runs.Contains(run.Run))];
        }

        return isAll || unfinished.Count == 0 ? unfinished : [.. unfinished.Where(run => run.Experiment == unfinished[0].Experiment)];
    }
}
