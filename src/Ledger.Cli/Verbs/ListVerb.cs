using System.CommandLine;
using Ledger.Application.Failures;
using Ledger.Application.Projections;
using Ledger.Application.Queries;
using Ledger.Cli.Listing;

namespace Ledger.Cli.Verbs;

/// <summary><c>ledger ls [NAME]</c>.</summary>
public sealed class ListVerb : IVerb
{
    /// <inheritdoc/>
    public Command Build(Session session)
    {
        var name = new Argument<string?>("NAME") { Description = "Only experiments whose name holds this text", Arity = ArgumentArity.ZeroOrOne };
        var experiments = new Option<bool>("--experiments", "-e") { Description = "List experiments instead of runs" };
        var verb = new Verb("ls", "List runs, newest last", "ledger ls", "ledger ls lenet", "ledger ls --experiments") { name, experiments };
        verb.SetAction(async (parse, cancellation) =>
        {
            using var ledger = session.Open();
            var filter = parse.GetValue(name);
            if (parse.GetValue(experiments))
            {
                var found = Any(await ledger.Send(new ListExperiments(filter), cancellation), filter, session);
                session.Screen.Answer(found, () => session.Screen.Show(ExperimentTable.Of(found)));
            }
            else
            {
                var found = Any(await ledger.Send(new ListRuns(filter), cancellation), filter, session);
                session.Screen.Answer(found, () => session.Screen.Show(RunTable.Of(found)));
            }

            return ExitCodes.Done;
        });
        return verb.Answering(typeof(IReadOnlyList<BookedRun>), typeof(IReadOnlyList<BookedExperiment>));
    }

    private static IReadOnlyList<T> Any<T>(IReadOnlyList<T> found, string? filter, Session session)
    {
        if (found.Count == 0 && filter is not null)
        {
            throw new NotFoundException($"{session.Store} has no experiment whose name holds '{filter}': `ledger ls` lists all");
        }

        if (found.Count == 0)
        {
            session.Screen.Note($"{session.Store} has no runs yet: ledger run SPEC makes one");
        }

        return found;
    }
}
