using System.CommandLine;
using Ledger.Application.Experiments;
using Ledger.Application.Failures;
using Ledger.Application.Specifications;
using Ledger.Cli.Running;
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
        var verb = new Verb("resume", "Go on with interrupted runs; the history becomes the one an undisturbed run writes", "ledger resume", "ledger resume --all", "ledger resume 4c1d --jobs 2")
        {
            runs, all, jobs, yes,
        };
        verb.SetAction(async (parse, cancellation) =>
        {
            var chosen = Choose(await Unfinished(session, cancellation), parse.GetValue(runs) ?? [], parse.GetValue(all));
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

    private static async Task<IReadOnlyList<UnfinishedRun>> Unfinished(Session session, CancellationToken cancellation)
    {
        using var ledger = session.Open(SqliteLedgerMode.ReadOnly);
        return await ledger.Send(new FindUnfinishedRuns(), cancellation);
    }

    private static IReadOnlyList<UnfinishedRun> Choose(IReadOnlyList<UnfinishedRun> unfinished, string[] named, bool isAll)
    {
        if (named.Length > 0)
        {
            return [.. named.SelectMany(name => Named(unfinished, name)).Distinct()];
        }

        return isAll || unfinished.Count == 0 ? unfinished : [.. unfinished.Where(run => run.Experiment == unfinished[0].Experiment)];
    }

    private static List<UnfinishedRun> Named(IReadOnlyList<UnfinishedRun> unfinished, string name)
    {
        var found = unfinished.Where(run => run.Run.ToString().StartsWith(name, StringComparison.OrdinalIgnoreCase)).ToList();
        return found.Count switch
        {
            0 => throw new NotFoundException($"no unfinished run begins with '{name}'; unfinished are {(unfinished.Count == 0 ? "none" : string.Join(", ", unfinished.Select(static run => run.Run.ToShortString())))}"),
            1 => found,
            _ => throw new UsageException($"'{name}' is ambiguous: {string.Join(", ", found.Select(static run => run.Run.ToShortString()))}"),
        };
    }
}
