using Ledger.Application.History;
using Ledger.Application.Materials;
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
/// others. A recorded step that differs is settled by the reference kernels; a refuted history is computed anew beside it.
/// </summary>
public sealed class AdvanceTrajectoryHandler(ILedgerStore store, DerivationLog log, MaterialStore materials, TrajectoryExecution execution, Arbiter arbiter)
    : IRequestHandler<AdvanceTrajectory, Answer>
{
    private const int StepsBetweenCheckpoints = 8192;

    /// <inheritdoc/>
    public async Task<Answer> Handle(AdvanceTrajectory request, CancellationToken cancellationToken)
    {
        var (train, step, _) = request;
        var derivation = train.Describe();
        var point = new TakeState(derivation.Key, step).Describe();
        while (true)
        {
            if (await log.Find(point, cancellationToken) is { } found)
            {
                return found;
            }

            var record = await log.FindTrajectory(derivation.Key, cancellationToken);
            if (record is { Diverged: { } diverged, IsProven: true } && step >= diverged.Step)
            {
                throw new DivergedException(derivation.Key, diverged.Step);
            }

            await store.Append(record.Stream, 0, [EventCatalogue.ToNew(new TrainingStarted(derivation))], cancellationToken);
            if (await Advance(request, record, cancellationToken) is { } advanced)
            {
                var (state, history, repeated) = advanced;
                var digest = await store.Put(BlobKind.State, StateFile.Write(state), cancellationToken);
                await store.Note(record.Stream, step, digest, cancellationToken);
                await log.Confirm(derivation.Kind, derivation.Key, record.Attempt, step, cancellationToken);
                var answer = await log.Record(new StateCaptured(point, record.Attempt, digest, history), cancellation: cancellationToken);
                return answer with { StepsTrained = Math.Max(0, step - record.Steps), StepsRepeated = repeated };
            }
        }
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
                var before = execution.StateAt(train, start, mask, from, difference.Step - 1, cancellation);
                await arbiter.Settle(train, record.Attempt, difference, before, mask, cancellation);
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
