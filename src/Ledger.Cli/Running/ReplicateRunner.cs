using Ledger.Application.Claims.Registering;
using Ledger.Application.Data;
using Ledger.Application.Experiments;
using Ledger.Application.Specifications;
using Ledger.Cli.Data;
using Ledger.Store.Contract;
using Ledger.Store.Sqlite;

namespace Ledger.Cli.Running;

/// <summary>Runs replicates of one experiment before the user's eyes.</summary>
public sealed class ReplicateRunner(Session session)
{
    /// <summary>Does the replicates.</summary>
    /// <param name="loaded">The experiment.</param>
    /// <param name="replicates">Which replicates, ascending.</param>
    /// <param name="settings">How.</param>
    /// <param name="cancellation">Stops where the work can be continued.</param>
    public async Task<ExperimentResult> Run(LoadedExperiment loaded, IReadOnlyList<int> replicates, RunSettings settings, CancellationToken cancellation)
    {
        await new DataPreparation(session).Ensure(DataShelf.Resolve(loaded.Specification.Data), settings.IsAgreed, cancellation);
        var atOnce = settings.Jobs ?? Math.Clamp(replicates.Count, 1, session.Surroundings.Cores);
        using var ledger = session.Open(OpenMode.Create, atOnce, settings.Terms);
        var experiment = await Drawn(ledger, loaded, cancellation);
        await new WorkEstimate(session.Screen, ledger).Tell(experiment.Specification, replicates, cancellation);
        var began = session.Surroundings.Clock.GetTimestamp();
        var outcomes = await Run(ledger, experiment, replicates, atOnce, cancellation);
        var summaries = await ledger.Send(new SummarizeRuns([.. outcomes.Select(static outcome => outcome.Run)]), cancellation);
        return new ExperimentResult(experiment, outcomes, summaries, session.Surroundings.Clock.GetElapsedTime(began));
    }

    private async Task<LoadedExperiment> Drawn(OpenLedger ledger, LoadedExperiment experiment, CancellationToken cancellation)
    {
        var drawn = await ledger.Send(new DrawSeed(experiment, Records: true), cancellation);
        if (experiment.SeedClaim is { } claim)
        {
            session.Screen.Note($"seed {drawn.Specification.Seed}, drawn from claim {claim} and the first seal over it");
        }

        return drawn;
    }

    private async Task<IReadOnlyList<ReplicateOutcome>> Run(
        OpenLedger ledger, LoadedExperiment experiment, IReadOnlyList<int> replicates, int jobs, CancellationToken cancellation)
    {
        try
        {
            return await RunProgress.Show(
                session, experiment.Specification, replicates, progress => ledger.Send(new RunExperiment(experiment, replicates, jobs, progress), cancellation));
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            throw new InterruptedException("interrupted; what is recorded stays. To go on: the same command again, or ledger resume");
        }
    }
}
