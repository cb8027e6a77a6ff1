using System.CommandLine;
using Ledger.Application.Addresses;
using Ledger.Application.Experiments;
using Ledger.Application.Failures;
using Ledger.Application.Projections;
using Ledger.Application.Specifications;
using Ledger.Cli.Answers;
using Ledger.Cli.Running;
using Ledger.Cli.Screens;
using Ledger.Store.Contract;

namespace Ledger.Cli.Verbs;

/// <summary><c>ledger resume [RUN…]</c>.</summary>
public sealed class ResumeVerb : IVerb
{
    /// <inheritdoc/>
    public Command Build(Session session)
    {
        var runs = new Argument<string[]>("RUN") { Description = "Runs to go on with. Default: those of the experiment that was worked on last", Arity = ArgumentArity.ZeroOrMore };
        var all = new Option<bool>("--all") { Description = "Every unfinished run that nobody works on" };
        var options = new RunOptions();
        var verb = new Verb("resume", "Go on with runs that nobody works on; the history becomes the one an undisturbed run writes", "ledger resume", "ledger resume --all", "ledger resume quick.0 --jobs 2")
        {
            runs, all,
        };
        options.AddTo(verb);
        verb.SetAction(async (parse, cancellation) =>
        {
            var unfinished = await Unfinished(session, parse.GetValue(runs) ?? [], cancellation);
            var chosen = Choose(session.Screen, unfinished, parse.GetValue(runs) is { Length: > 0 } || parse.GetValue(all));
            if (chosen.Count == 0)
            {
                var running = unfinished.Count > 0 ? "others have all unfinished runs" : "every run is finished";
                session.Screen.Answer(new ExperimentsAnswer([]), () => session.Screen.Line($"Nothing to resume: {running}."));
                return ExitCodes.Done;
            }

            var results = new List<ExperimentResult>();
            foreach (var experiment in chosen.GroupBy(static run => run.Experiment))
            {
                var first = experiment.First();
                var replicates = experiment.Select(static run => run.Replicate).Order().ToList();
                var loaded = new LoadedExperiment(first.Name, Notes: null, first.Specification, replicates.Count, DataPath: null);
                results.Add(await new ReplicateRunner(session).Run(loaded, replicates, options.Of(parse), cancellation));
            }

            new RunReport(session.Screen, session.Failures).Write(results);
            return ExitCodes.MostSevere(results.Select(static result => result.ExitCode));
        });
        return verb.Answering(typeof(ExperimentsAnswer));
    }

    /// <summary>The unfinished runs among those named, or all.</summary>
    /// <exception cref="WorkHeldException">Somebody has one that was named.</exception>
    private static async Task<IReadOnlyList<UnfinishedRun>> Unfinished(Session session, string[] named, CancellationToken cancellation)
    {
        using var ledger = session.Open(OpenMode.ReadOnly);
        var unfinished = await ledger.Send(new FindUnfinishedRuns(), cancellation);
        if (named.Length == 0)
        {
            return unfinished;
        }

        var directory = await RunDirectory.Read(ledger.Store, cancellation);
        var runs = named.Select(directory.Find).Select(static known => known.Run).ToHashSet();
        var chosen = unfinished.Where(run => runs.Contains(run.Run)).ToList();
        return chosen.Find(IsRunning) is { } running ? throw new WorkHeldException($"{Held(running)}: wait until it is done; it can be taken over if that time passes in silence") : chosen;
    }

    /// <summary>The runs that nobody has: all of them, or those of the experiment that was worked on last.</summary>
    private static List<UnfinishedRun> Choose(Screen screen, IReadOnlyList<UnfinishedRun> unfinished, bool isAll)
    {
        foreach (var run in unfinished.Where(IsRunning))
        {
            screen.Note($"{Held(run)}: left to it");
        }

        var free = unfinished.Where(static run => !IsRunning(run)).ToList();
        return isAll || free.Count == 0 ? free : [.. free.Where(run => run.Experiment == free[0].Experiment)];
    }

    private static bool IsRunning(UnfinishedRun run) => run.Status == RunStatus.Running;

    private static string Held(UnfinishedRun run) => $"run {ShortId.Of(run.Run)} ({run.Name}.{run.Replicate}) is running: {run.Holder} has it until {Numbers.Time(run.Expires!.Value)} or longer";
}
