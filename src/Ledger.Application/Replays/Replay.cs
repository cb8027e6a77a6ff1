using Ledger.Application.Data;
using Ledger.Application.History;
using Ledger.Application.Operations;
using Ledger.Application.Training;
using Ledger.Events.Derivations;
using Ledger.Events.Hashing;
using Ledger.Events.Recorded;
using Ledger.Store.Contract;
using Ledger.Tickets.Derivations;
using Ledger.Tickets.Results;
using Ledger.Training.Execution;
using Ledger.Training.States;

namespace Ledger.Application.Replays;

/// <summary>One run being computed again: its own states and masks by digest, nothing taken from the cache.</summary>
internal sealed class Replay(ILedgerStore store, DerivationLog log, TrajectoryExecution execution, IDeviceFactory devices, DataShelf data, Arbiter arbiter, Action<int, TrainingProgress> progress, CancellationToken cancellation)
    : IDisposable
{
    private readonly Dictionary<Digest, NetworkState> _states = [];
    private readonly Dictionary<Digest, WeightMask> _masks = [];
    private readonly Dictionary<DerivationKey, (TrajectoryHistory History, NetworkState State)> _trajectories = [];
    private readonly ResultDigest _result = new();

    /// <summary>Derivations compared.</summary>
    public int Derivations { get; private set; }

    /// <summary>Training steps compared.</summary>
    public long Steps { get; private set; }

    /// <summary>The result digest of all computed so far.</summary>
    public Digest Result => _result.Current();

    /// <summary>Computes one derivation of the run again; the first difference, or null.</summary>
    public async Task<ReplayDifference?> Derivation(DerivationUsed used)
    {
        var stream = StreamNames.Of(used.Kind, used.Key, used.Attempt);
        if (await store.FirstChecked(stream, cancellation) is not { } recorded)
        {
            return new ReplayDifference(used.Round, used.Kind, used.Step, stream.Value, "nothing", "the run used this derivation", ReplayVerdict.Tampered);
        }

        if (!recorded.IsIntact || recorded.Read() is not IDerivationEvent completed || completed.Derivation.Key != used.Key || completed.Output != used.Output)
        {
            return new ReplayDifference(used.Round, used.Kind, used.Step, recorded.Place, "an event that does not have its hash", "altered after it was written", ReplayVerdict.Tampered);
        }

        var difference = completed switch
        {
            WeightsInitialized initialized => await Initialize(used, recorded, initialized),
            StateCaptured captured => await Train(used, recorded, captured),
            MaskDrawn drawn => await DrawMask(used, recorded, drawn),
            WeightsRewound rewound => await Rewind(used, recorded, rewound),
            TicketEvaluated evaluated => await Evaluate(used, recorded, evaluated),
            _ => throw new InvalidOperationException($"a replay does not know {completed.GetType().Name}"),
        };
        Derivations++;
        _result.Add(used.Kind, used.Step, used.Key, completed.Output, (completed as StateCaptured)?.History);
        return difference;
    }

    /// <summary>Computes the step again at which the run ended by divergence.</summary>
    public async Task<ReplayDifference?> Divergence(RunDiverged diverged)
    {
        var stream = (await log.FindTrajectory(diverged.Trajectory, cancellation)).Stream;
        var started = await store.First<TrainingStarted>(stream, cancellation);
        var train = Tickets.Derivations.Train.Of(started!.Derivation);
        var (difference, end) = await Advance(diverged.Round, train, stream, 1, diverged.Step);
        return difference ?? (end == diverged.Step
            ? null
            : new ReplayDifference(diverged.Round, "training_diverged", diverged.Step, stream.Value, $"diverged at step {diverged.Step}", "the step is finite", ReplayVerdict.Refuted));
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _result.Dispose();
        foreach (var (history, _) in _trajectories.Values)
        {
            history.Dispose();
        }
    }

    private async Task<ReplayDifference?> Initialize(DerivationUsed used, CheckedEvent recorded, WeightsInitialized initialized)
    {
        var state = Computation.Initialize(InitializeWeights.Of(initialized.Derivation));
        var digest = Digest.Of(StateFile.Write(state));
        _states[digest] = state;
        return await Compare(used, recorded, initialized.Output, digest);
    }

    private async Task<ReplayDifference?> Train(DerivationUsed used, CheckedEvent recorded, StateCaptured captured)
    {
        var (key, step) = TakeState.Of(captured.Derivation);
        var stream = StreamNames.Of(Kinds.Train, key, captured.TrajectoryAttempt);
        if (await store.FirstChecked(stream, cancellation) is not { IsIntact: true } first || first.Read() is not TrainingStarted started || started.Derivation.Key != key)
        {
            return new ReplayDifference(used.Round, Kinds.Train, 0, stream.Value, "an event that does not have its hash", "altered after it was written", ReplayVerdict.Tampered);
        }

        var train = Tickets.Derivations.Train.Of(started.Derivation);
        if ((await Advance(used.Round, train, stream, captured.TrajectoryAttempt, step)).Difference is { } difference)
        {
            return difference;
        }

        var (history, state) = _trajectories[key];
        var digest = Digest.Of(StateFile.Write(state));
        _states[digest] = state;
        return await Compare(used, recorded, captured.Output, digest) ?? await Compare(used, recorded, captured.History, history.Current());
    }

    /// <summary>Trains on to a step; the first difference, or the step at which the training diverged.</summary>
    private async Task<(ReplayDifference? Difference, int? DivergedAt)> Advance(int round, Train train, Events.Streams.StreamName stream, int attempt, int to)
    {
        var key = train.Describe().Key;
        if (!_trajectories.TryGetValue(key, out var trajectory))
        {
            trajectory = (new TrajectoryHistory(), _states[train.Start]);
        }

        var (history, start) = trajectory;
        var mask = train.Mask is { } digest ? _masks[digest] : null;
        var from = history.Steps;
        var state = start;
        foreach (var chunk in execution.Run(train, start, mask, from, to, cancellation))
        {
            if (await Compare(round, train, stream, attempt, start, mask, from, chunk) is { } difference)
            {
                return (difference, null);
            }

            foreach (var step in chunk.Steps)
            {
                history.Add(step);
            }

            Steps += chunk.Steps.Count;
            if (chunk.DivergedAt is { } diverged)
            {
                return (null, diverged);
            }

            progress(round, TrainingProgress.After(chunk, to, train.Recipe.Batch, isRepeated: true));
            state = chunk.Steps[^1].Step == to ? chunk.Capture() : state;
        }

        _trajectories[key] = (history, state);
        return (null, null);
    }

    private async Task<ReplayDifference?> Compare(int round, Train train, Events.Streams.StreamName stream, int attempt, NetworkState start, WeightMask? mask, int from, ComputedChunk chunk)
    {
        var next = 0;
        if (chunk.Steps.Count == 0)
        {
            return null;
        }

        await foreach (var recorded in store.ReadChecked(stream, chunk.Steps[0].Step + 1, cancellation))
        {
            var found = chunk.Steps[next++];
            var step = recorded.Read() as StepTrained;
            if (!recorded.IsIntact || step is null)
            {
                return new ReplayDifference(round, Kinds.Train, found.Step, recorded.Place, Text(step), Text(found), ReplayVerdict.Tampered);
            }

            if (step != found)
            {
                var before = execution.StateAt(train, start, mask, from, found.Step - 1, cancellation);
                await arbiter.Settle(train, attempt, new StepDifference(found.Step, step, found), before, mask, cancellation);
                return new ReplayDifference(round, Kinds.Train, found.Step, recorded.Place, Text(step), Text(found), ReplayVerdict.Refuted);
            }

            if (next == chunk.Steps.Count)
            {
                return null;
            }
        }

        return new ReplayDifference(round, Kinds.Train, chunk.Steps[next].Step, stream.Value, "nothing", Text(chunk.Steps[next]), ReplayVerdict.Tampered);
    }

    private async Task<ReplayDifference?> DrawMask(DerivationUsed used, CheckedEvent recorded, MaskDrawn drawn)
    {
        var operation = Tickets.Derivations.DrawMask.Of(drawn.Derivation);
        var (mask, layers) = Computation.DrawMask(operation, operation.Previous is { } previous ? _masks[previous] : null, _states[operation.Final]);
        var file = StateFile.Write(mask);
        var digest = Digest.Of(file);
        _masks[digest] = mask;
        if (await store.GetUnchecked(drawn.Output, cancellation) is { } stored && !stored.AsSpan().SequenceEqual(file) && digest == drawn.Output)
        {
            var step = _trajectories.Values.Select(static trajectory => trajectory.History.Steps).LastOrDefault();
            return new ReplayDifference(used.Round, used.Kind, step, $"mask {drawn.Output}", MaskComparison.Describe(operation.Rule.Network, stored, file), "the mask drawn again has the recorded digest", ReplayVerdict.Tampered);
        }

        return await Compare(used, recorded, drawn.Output, digest)
            ?? (layers.SequenceEqual(drawn.Layers) ? null : await Differs(used, recorded, "other counts or thresholds", "counts and thresholds of the mask"));
    }

    private async Task<ReplayDifference?> Rewind(DerivationUsed used, CheckedEvent recorded, WeightsRewound rewound)
    {
        var operation = RewindWeights.Of(rewound.Derivation);
        var mask = _masks[operation.Mask];
        var state = Computation.Rewind(operation, mask, _states[operation.State]);
        var digest = Digest.Of(StateFile.Write(state));
        _states[digest] = state;
        return await Compare(used, recorded, rewound.Output, digest)
            ?? await Compare(used, recorded, rewound.Ticket, Digest.Of(StateFile.WriteTicket(state, mask)));
    }

    private async Task<ReplayDifference?> Evaluate(DerivationUsed used, CheckedEvent recorded, TicketEvaluated evaluated)
    {
        var operation = Tickets.Derivations.Evaluate.Of(evaluated.Derivation);
        var found = Evaluate(operation, devices.CreateFast());
        var claimed = new Evaluation(evaluated.Correct, evaluated.Total, evaluated.Loss);
        if (found == claimed && evaluated.Output == EvaluationDigest.Of(found))
        {
            return null;
        }

        return Evaluate(operation, devices.CreateReference()) == found
            ? await Differs(used, recorded, claimed.ToString(), found.ToString())
            : throw new Failures.KernelFaultException("this machine's fast kernels contradict the reference kernels in an evaluation; nothing was recorded, do not trust this machine's results");
    }

    private Evaluation Evaluate(Evaluate operation, Arithmetic.Devices.IDevice device)
    {
        using (device)
        {
            return Computation.Evaluate(device, operation, _states[operation.State], operation.Mask is { } mask ? _masks[mask] : null, data.Of(operation.Data));
        }
    }

    private Task<ReplayDifference?> Compare(DerivationUsed used, CheckedEvent recorded, Digest claimed, Digest found) =>
        claimed == found ? Task.FromResult<ReplayDifference?>(null) : Differs(used, recorded, claimed.ToString(), found.ToString());

    private async Task<ReplayDifference?> Differs(DerivationUsed used, CheckedEvent recorded, string claimed, string found)
    {
        await log.Refute(used.Kind, used.Key, used.Attempt, step: null, claimed, found, cancellation);
        return new ReplayDifference(used.Round, used.Kind, used.Step, recorded.Place, claimed, found, ReplayVerdict.Refuted);
    }

    private static string Text(StepTrained? step) =>
        step is null ? "an event that cannot be read" : $"step {step.Step}, loss {step.Loss:R}, correct {step.Correct}, fingerprint {step.Fingerprint}";
}
