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

/// <summary>Does one replicate by its method, and records how that ended.</summary>
public sealed class ReplicateAttempt(ILedgerStore store, IMediator mediator, DataShelf data, IDeviceFactory devices, TimeProvider clock)
{
    /// <summary>Does a replicate; what the ledger has is answered from it.</summary>
    /// <param name="request">The experiment.</param>
    /// <param name="replicate">Which replicate.</param>
    /// <param name="cancellation">Stops where the work can be continued.</param>
    /// <returns>How it ended; a failure of this replicate alone is an outcome too.</returns>
    public async Task<ReplicateOutcome> Run(RunExperiment request, int replicate, CancellationToken cancellation)
    {
        var specification = request.Experiment.Specification;
        var experiment = RunIdentity.Experiment(specification);
        var run = RunIdentity.Run(experiment, replicate);
        var ticketExperiment = Expand(specification, replicate);
        var attempt = await AttemptLog.Start(store, run, request.Experiment.Name, EnvironmentReport.Now(clock, DeviceName()), cancellation);
        var log = new RunLog(store, run);
        using var bench = new RecordedBench(mediator, log, attempt, ticketExperiment, Report, cancellation);
        try
        {
            await log.Append(new RunStarted(experiment, replicate, SeedRule.RunSeed(specification.Seed, replicate)), cancellation);
            await ReplicateExpansion.Method(specification).Run(ticketExperiment, bench);
            await log.End(new RunCompleted(bench.Result), cancellation);
            await attempt.Append(new AttemptCompleted(bench.StepsTrained, bench.StepsReused), cancellation);
            return Outcome(bench.Result);
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
        catch (Exception exception) when (!StopsAll(exception))
        {
            await attempt.Append(new AttemptFailed(exception.Message), CancellationToken.None);
            return Outcome(result: null, exception.Message, exception);
        }

        void Report(int round, TrainingProgress training) =>
            request.Progress?.Report(new ReplicateProgress(run, replicate, round, specification.Method.Rounds, training));

        ReplicateOutcome Outcome(Digest? result, string? failure = null, Exception? fault = null) =>
            new(run, replicate, result, bench.StepsTrained, bench.StepsReused, bench.StepsRepeated, bench.Computed, bench.Found, failure, fault);
    }

    /// <summary>True for failures that every replicate would meet.</summary>
    private static bool StopsAll(Exception exception) =>
        exception is StoreWriteException or StoreUnreachableException or CorruptLedgerException or MalformedEventException or UnknownEventException or OutOfMemoryException;

    private TicketExperiment Expand(ExperimentSpecification specification, int replicate)
    {
        var (source, digest) = data.Load(specification.Data);
        return ReplicateExpansion.Of(specification, replicate, digest, source.Train.Count, source.Test.Count);
    }

    private string DeviceName()
    {
        using var device = devices.CreateFast();
        return device.Name;
    }
}
