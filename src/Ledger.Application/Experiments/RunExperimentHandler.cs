using Ledger.Application.Data;
using Ledger.Application.Failures;
using Ledger.Application.History;
using Ledger.Application.Training;
using Ledger.Events.Hashing;
using Ledger.Events.Recorded;
using Ledger.Events.Specification;
using Ledger.Store.Contract;
using Ledger.Tickets.Methods;
using MediatR;

namespace Ledger.Application.Experiments;

/// <summary>Handles <see cref="RunExperiment"/>: replicates run side by side; one that diverges stops no other, a failure of the store or the machine stops all.</summary>
public sealed class RunExperimentHandler(ILedgerStore store, IMediator mediator, DataShelf data, IDeviceFactory devices, TimeProvider clock)
    : IRequestHandler<RunExperiment, IReadOnlyList<ReplicateOutcome>>
{
    /// <inheritdoc/>
    public async Task<IReadOnlyList<ReplicateOutcome>> Handle(RunExperiment request, CancellationToken cancellationToken)
    {
        var specification = request.Experiment.Specification;
        var experiment = RunIdentity.Experiment(specification);
        data.Load(specification.Data);
        await store.Append(StreamNames.Experiment(experiment), 0, [EventCatalogue.ToNew(new ExperimentDeclared(specification))], cancellationToken);

        var outcomes = new ReplicateOutcome[request.Replicates.Count];
        var options = new ParallelOptions { MaxDegreeOfParallelism = request.Jobs, CancellationToken = cancellationToken };
        await Parallel.ForAsync(0, outcomes.Length, options, async (i, cancellation) =>
            outcomes[i] = await Replicate(request, experiment, request.Replicates[i], cancellation));
        return outcomes;
    }

    private async Task<ReplicateOutcome> Replicate(RunExperiment request, Digest experiment, int replicate, CancellationToken cancellation)
    {
        var run = RunIdentity.Run(experiment, replicate);
        var attempt = await AttemptLog.Start(store, run, request.Experiment.Name, EnvironmentReport.Now(clock, DeviceName()), cancellation);
        var log = new RunLog(store, run);
        var ticketExperiment = Expand(request.Experiment.Specification, replicate);
        using var bench = new RecordedBench(mediator, log, attempt, ticketExperiment, Report, cancellation);
        try
        {
            await log.Append(new RunStarted(experiment, replicate, SeedRule.RunSeed(request.Experiment.Specification.Seed, replicate)), cancellation);
            await Method(request.Experiment.Specification).Run(ticketExperiment, bench);
            await log.End(new RunCompleted(bench.Result), cancellation);
            await attempt.Append(new AttemptCompleted(bench.StepsTrained, bench.StepsReused), cancellation);
            return Outcome(bench.Result, failure: null);
        }
        catch (DivergedException diverged)
        {
            await log.End(new RunDiverged(bench.Round, diverged.Trajectory, diverged.Step), cancellation);
            await attempt.Append(new AttemptCompleted(bench.StepsTrained, bench.StepsReused), cancellation);
            return Outcome(result: null, $"round {bench.Round}: {diverged.Message}");
        }
        catch (OperationCanceledException)
        {
            await attempt.Append(new AttemptInterrupted(), CancellationToken.None);
            throw;
        }
        catch (Exception exception) when (exception is not (StoreWriteException or StoreUnreachableException or CorruptLedgerException))
        {
            await attempt.Append(new AttemptFailed(exception.Message), CancellationToken.None);
            throw;
        }

        void Report(int round, TrainingProgress training) =>
            request.Progress?.Report(new ReplicateProgress(run, replicate, round, request.Experiment.Specification.Method.Rounds, training));

        ReplicateOutcome Outcome(Digest? result, string? failure) =>
            new(run, replicate, result, bench.StepsTrained, bench.StepsReused, bench.StepsRepeated, bench.Computed, bench.Found, failure);
    }

    private TicketExperiment Expand(ExperimentSpecification specification, int replicate)
    {
        var (source, digest) = data.Load(specification.Data);
        return ReplicateExpansion.Of(specification, replicate, digest, source.Train.Count, source.Test.Count);
    }

    private static ITicketMethod Method(ExperimentSpecification specification) =>
        MethodCatalogue.Find(specification.Method.Name) ?? throw new NotFoundException($"method '{specification.Method.Name}' is unknown here; known are {string.Join(", ", MethodCatalogue.Names)}");

    private string DeviceName()
    {
        using var device = devices.CreateFast();
        return device.Name;
    }
}
