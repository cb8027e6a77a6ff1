using System.CommandLine;
using Ledger.Application.Addresses;
using Ledger.Application.Data;
using Ledger.Application.Experiments;
using Ledger.Application.Specifications;
using Ledger.Cli.Answers;
using Ledger.Cli.Running;
using Ledger.Cli.Screens;
using Ledger.Events.Hashing;
using Ledger.Events.Specification;

namespace Ledger.Cli.Verbs;

/// <summary><c>ledger validate SPEC</c>: what an experiment will take, before anything is trained or written.</summary>
public sealed class ValidateVerb : IVerb
{
    /// <inheritdoc/>
    public Command Build(Session session)
    {
        var file = new Argument<string>("SPEC") { Description = "The experiment file (YAML)" };
        var expand = new Option<bool>("--expand") { Description = "Also write the specification with every default spelt out" };
        var verb = new Verb(
            "validate",
            "Check an experiment file and tell what running it takes; nothing is trained or written",
            "ledger validate experiments/quick.yaml",
            "ledger validate experiments/quick.yaml --expand")
        {
            file, expand,
        };
        verb.SetAction(async (parse, cancellation) =>
        {
            var experiment = await DrawnExperiment.Of(session, session.ReadExperiment(parse.GetRequiredValue(file)), cancellation);
            var set = DataShelf.Resolve(experiment.Specification.Data);
            var forecast = WorkForecast.Of(experiment.Specification, set.TrainCount, set.TestCount);
            var known = await Known(session, experiment, cancellation);
            var expanded = parse.GetValue(expand) ? SpecificationWriter.Write(experiment) : null;
            session.Screen.Answer(Document(experiment, forecast, known, expanded), () => WriteText(session.Screen, experiment, forecast, known, expanded));
            return ExitCodes.Done;
        });
        return verb.Answering(typeof(ValidateAnswer));
    }

    /// <summary>What the ledger has of the replicates; null if there is no ledger, or no data to tell by.</summary>
    private static async Task<IReadOnlyList<KnownWork>?> Known(Session session, LoadedExperiment experiment, CancellationToken cancellation)
    {
        var set = DataShelf.Resolve(experiment.Specification.Data);
        if (!session.HasStore || (set.KnownDigest is null && set.InstalledFolder is null && session.DataFolder is null && experiment.Specification.Data.Synthetic is null))
        {
            return null;
        }

        var digest = set.KnownDigest is { } known ? Digest.Parse(known) : session.Shelf().Load(experiment.Specification.Data).Digest;
        using var ledger = session.Open();
        return await ledger.Send(new FindKnownWork(experiment.Specification, [.. Enumerable.Range(0, experiment.Replicates)], digest, set.TrainCount, set.TestCount), cancellation);
    }

    private static void WriteText(Screen screen, LoadedExperiment experiment, WorkForecast forecast, IReadOnlyList<KnownWork>? known, string? expanded)
    {
        var replicates = experiment.Replicates;
        screen.Line($"{experiment.Name} is valid: experiment {ShortId.Of(RunIdentity.Experiment(experiment.Specification))}");
        screen.Line($"  replicates  {Numbers.Count(replicates)}");
        screen.Line($"  steps       {Numbers.Count(forecast.Steps)} each, {Numbers.Count(forecast.Steps * replicates)} in all");
        screen.Line($"  events      about {Numbers.Count(forecast.Events * replicates)}");
        screen.Line($"  ledger      about {Numbers.Bytes(forecast.Bytes * replicates)}");
        screen.Line($"  time        about {Numbers.Duration(forecast.TimeOf(replicates))} on one core");
        screen.Line($"  densities   {string.Join(' ', forecast.Densities.Select(Numbers.Density))}");
        foreach (var work in known ?? [])
        {
            screen.Line($"  replicate {work.Replicate,-2}{Reuse(work, forecast)}");
        }

        if (known is null)
        {
            screen.Line("  reused      nothing");
        }

        if (expanded is not null)
        {
            screen.Line();
            screen.Line(expanded.TrimEnd());
        }
    }

    private static string Reuse(KnownWork work, WorkForecast forecast) => work switch
    {
        { IsComplete: true } => $"run {ShortId.Of(work.Run)} is in the ledger: nothing to compute",
        { Steps: 0 } => "nothing in the ledger yet",
        _ => $"{Numbers.Count(work.Steps)} of {Numbers.Count(forecast.Steps)} steps are in the ledger, {Numbers.Count(work.DenseSteps)} of them dense",
    };

    private static ValidateAnswer Document(LoadedExperiment experiment, WorkForecast forecast, IReadOnlyList<KnownWork>? known, string? expanded) => new(
        experiment.Name,
        RunIdentity.Experiment(experiment.Specification),
        experiment.Replicates,
        new ReplicateForecast(forecast.Steps, forecast.Events, forecast.Bytes, Math.Round(forecast.Time.TotalSeconds, 1), forecast.Densities),
        known ?? [],
        expanded);
}
