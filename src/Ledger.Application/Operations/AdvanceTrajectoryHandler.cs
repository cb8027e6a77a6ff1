using Ledger.Application.History;
using Ledger.Application.Materials;
using Ledger.Application.Sharing;
using Ledger.Application.Training;
using Ledger.Events.Hashing;
using Ledger.Events.Recorded;
using Ledger.Store.Contract;
using Ledger.Tickets.Derivations;
using Ledger.Tickets.Methods;
using Ledger.Training.States;
using MediatR;

namespace Ledger.Application.Operations;

/// <summary>
/// Handles <see cref="AdvanceTrajectory"/>: goes on from the latest cached state, compares the steps that are recorded, records the
/// others. A recorded step that differs is settled by the reference kernels; a refuted history is computed anew beside it. While another
/// trains the same trajectory, waits for what he records.
/// </summary>
public sealed class AdvanceTrajectoryHandler(ILedgerStore store, DerivationLog log, MaterialStore materials, TrajectoryExecution execution, Arbiter arbiter, WorkLeases leases)
    : IRequestHandler<AdvanceTrajectory, Answer>
{
    private const int StepsBetweenCheckpoints = 8192;

    /// <inheritdoc/>
    public async Task<Answer> Handle(AdvanceTrajectory request, CancellationToken cancellationToken)
    {
        var key = request.Trajectory.Describe().Key;
        while (true)
        {
            if (await Find(request, cancellationToken) is { } found)
            {
                return found;
            }

            var stream = (await log.FindTrajectory(key, cancellationToken)).Stream;
            await using var lease = await leases.Take(stream, $"training {key.Digest.ToShortString()}", cancellationToken);
            if (lease is null)
            {
                await leases.Pause(cancellationToken);
            }
            else if (await Train(request, lease, cancellationToken) is { } trained)
            {
                return trained;
            }
        }
    }

    /// <summary>What the ledger has of the wanted state, or null.</summary>
    /// <exception cref="DivergedException">The training is known to diverge before.</exception>
    private async Task<Answer?> Find(AdvanceTrajectory request, CancellationToken cancellation)
    {
        var key = request.Trajectory.Describe().Key;
        if (await log.Find(new TakeState(key, request.Step).Describe(), cancellation) is { } found)
        {
            return found;
        }

        return await log.FindTrajectory(key, cancellation) is { Diverged: { } diverged, IsProven: true } && request.Step >= diverged.Step
            ? throw new DivergedException(key, diverged.Step)
            : null;
    }

    /// <summary>Trains under a lease; null if it was lost, or the recorded history was refuted on the way.</summary>
    private async Task<Answer?> Train(AdvanceTrajectory request, HeldLease lease, CancellationToken cancellation)
    {
        // A run that needs the training takes it by itself: no note stays behind.
        lease.Finish();
        try
        {
            // The holder before us may have come so far.
            return await Find(request, lease.Token) ?? await Train(request, lease.Token);
        }
        catch (OperationCanceledException) when (lease.IsLost && !cancellation.IsCancellationRequested)
        {
            return null;
        }
    }

    private async Task<Answer?> Train(AdvanceTrajectory request, CancellationToken cancellation)
    {
        var (train, step, _) = request;
        var derivation = train.Describe();
        var record = await log.FindTrajectory(derivation.Key, cancellation);
        await store.Append(record.Stream, 0, [EventCatalogue.ToNew(new TrainingStarted(derivation))], cancellation);
        if (await Advance(request, record, cancellation) is not { } advanced)
        {
            return null;
        }

        var (state, history, repeated) = advanced;
        var digest = await store.Put(BlobKind.State, StateFile.Write(state), cancellation);
        await store.Note(record.Stream, step, digest, cancellation);
        await log.Confirm(derivation.Kind, derivation.Key, record.Attempt, step, cancellation);
        var answer = await log.Record(new StateCaptured(new TakeState(derivation.Key, step).Describe(), record.Attempt, digest, history), cancellation: cancellation);
        return answer with { StepsTrained = Math.Max(0, step - record.Steps), StepsRepeated = repeated };
    }

    /// <summary>The state after the wanted step with the history up to it, or null if the recorded history was refuted on the way.</summary>
    private async Task<(NetworkState State, Digest History, int Repeated)?> Advance(AdvanceTrajectory request, TrajectoryRecord record, CancellationToken cancellation)
    {
        var (train, step, _) = request;
        var mask = await materials.Mask(train.Recipe.Network, train.Mask, cancellation);
        var cached = await store.Nearest(record.Stream, step, cancellation);
        var from = cached?.Step ?? 0;
        var start = await materials.State(train.Recipe.Network, cached?.State ?? train.Start, cancellation);
        using var history = new RecordedHistory(store, record);
        await history.Read(from, cancellation);
        CachedState? checkpoint = null;
        var state = start;
        foreach (var chunk in execution.Run(train, start, mask, from, step, cancellation))
        {
            if (await history.Add(chunk, cancellation) is { } difference)
            {
                await arbiter.Settle(train, record.Attempt, difference, start, mask, from, cancellation);
                return null;
            }

            if (chunk.DivergedAt is { } diverged)
            {
                await log.Confirm(Kinds.Train, train.Describe().Key, record.Attempt, diverged, cancellation);
                throw new DivergedException(train.Describe().Key, diverged);
            }

            request.Progress?.Report(TrainingProgress.After(chunk, step, train.Recipe.Batch, chunk.Steps[^1].Step <= record.Steps));
            var last = chunk.Steps[^1].Step;
            if (last == step)
            {
                state = chunk.Capture();
            }
            else if (last - (checkpoint?.Step ?? from) >= StepsBetweenCheckpoints)
            {
                checkpoint = await Checkpoint(record, last, chunk.Capture(), checkpoint, cancellation);
            }
        }

        await Forget(checkpoint, cancellation);
        return (state, history.Current(), history.Repeated);
    }

    private async Task<CachedState> Checkpoint(TrajectoryRecord record, int step, NetworkState state, CachedState? previous, CancellationToken cancellation)
    {
        var digest = await store.Put(BlobKind.State, StateFile.Write(state), cancellation);
        await store.Note(record.Stream, step, digest, cancellation);
        await Forget(previous, cancellation);
        return new CachedState(record.Stream, step, digest);
    }

    private async Task Forget(CachedState? checkpoint, CancellationToken cancellation)
    {
        if (checkpoint is not null)
        {
            await store.Forget(checkpoint.Trajectory, checkpoint.Step, cancellation);
            await store.Remove([checkpoint.State], cancellation);
        }
    }
}
