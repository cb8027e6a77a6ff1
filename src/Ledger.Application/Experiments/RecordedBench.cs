using Ledger.Application.History;
using Ledger.Application.Operations;
using Ledger.Events.Derivations;
using Ledger.Events.Hashing;
using Ledger.Events.Recorded;
using Ledger.Tickets.Derivations;
using Ledger.Tickets.Methods;
using Ledger.Tickets.Results;
using MediatR;

namespace Ledger.Application.Experiments;

/// <summary>The bench behind a run: sends each operation as a command, and notes in the run's stream what came out.</summary>
public sealed class RecordedBench(IMediator mediator, RunLog run, AttemptLog attempt, TicketExperiment experiment, Action<int, Training.TrainingProgress> progress, CancellationToken cancellation)
    : IBench, IDisposable
{
    private readonly ResultDigest _result = new();
    private readonly Dictionary<Digest, int> _kept = [];
    private readonly Dictionary<DerivationKey, int> _reached = [];

    /// <summary>The round in progress.</summary>
    public int Round { get; private set; }

    /// <summary>Training steps computed and recorded.</summary>
    public long StepsTrained { get; private set; }

    /// <summary>Training steps answered from the ledger.</summary>
    public long StepsReused { get; private set; }

    /// <summary>Recorded steps computed again.</summary>
    public long StepsRepeated { get; private set; }

    /// <summary>Derivations computed.</summary>
    public int Computed { get; private set; }

    /// <summary>Derivations answered from the ledger.</summary>
    public int Found { get; private set; }

    /// <summary>The digest of all the run did so far.</summary>
    public Digest Result => _result.Current();

    /// <inheritdoc/>
    public async Task<Digest> Initialize(int round, InitializeWeights operation) =>
        (await Use(round, new Initialize(operation))).Completed.Output;

    /// <inheritdoc/>
    public async Task<Digest> StateAt(int round, Train trajectory, int step)
    {
        var report = new Reporter(training => progress(round, training));
        var answer = await Use(round, new AdvanceTrajectory(trajectory, step, report), step);
        Count(trajectory.Describe().Key, step, answer);
        return answer.Completed.Output;
    }

    /// <inheritdoc/>
    public Task MarkRewindPoint(Train trajectory, int step, Digest state) =>
        run.Append(new RewindPointMarked(trajectory.Describe().Key, step, state), cancellation);

    /// <inheritdoc/>
    public async Task<Digest> DrawMask(int round, DrawMask operation)
    {
        var drawn = (MaskDrawn)(await Use(round, new PruneWeights(operation))).Completed;
        _kept[drawn.Output] = drawn.Layers.Sum(static layer => layer.Kept);
        return drawn.Output;
    }

    /// <inheritdoc/>
    public async Task<Ticket> Rewind(int round, RewindWeights operation)
    {
        var rewound = (WeightsRewound)(await Use(round, new RewindState(operation))).Completed;
        return new Ticket(operation.Mask, rewound.Output, rewound.Ticket);
    }

    /// <inheritdoc/>
    public Task DrawTicket(int round, Ticket ticket)
    {
        var total = experiment.Network.Weights().Sum(static weight => weight.Size);
        var kept = ticket.Mask is { } mask ? _kept[mask] : total;
        return run.Append(new TicketDrawn(round, ticket.Mask, ticket.State, ticket.File, kept, total), cancellation);
    }

    /// <inheritdoc/>
    public Task Evaluate(int round, int step, string split, Evaluate operation) => Use(round, new EvaluateState(operation), step, split);

    /// <inheritdoc/>
    public void Dispose() => _result.Dispose();

    private async Task<Answer> Use(int round, IRequest<Answer> operation, int? step = null, string? split = null)
    {
        Round = round;
        var answer = await mediator.Send(operation, cancellation);
        var completed = answer.Completed;
        var (kind, key) = (completed.Derivation.Kind, completed.Derivation.Key);
        var history = (completed as StateCaptured)?.History;
        await run.Append(new DerivationUsed(round, kind, key, answer.Attempt, completed.Output, step, history, split), cancellation);
        _result.Add(kind, step, key, completed.Output, history);
        if (answer.IsFound)
        {
            Found++;
        }
        else
        {
            Computed++;
            await attempt.Append(Noted(answer, kind, key, step), cancellation);
        }

        return answer;
    }

    private static DerivationComputed Noted(Answer answer, string kind, DerivationKey key, int? step) => answer.Completed is StateCaptured captured
        ? new DerivationComputed(Kinds.Train, TakeState.Of(captured.Derivation).Trajectory, captured.TrajectoryAttempt, answer.StepsTrained > 0 ? step - answer.StepsTrained + 1 : null, answer.StepsTrained > 0 ? step : null)
        : new DerivationComputed(kind, key, answer.Attempt);

    private void Count(DerivationKey trajectory, int step, Answer answer)
    {
        var advanced = step - _reached.GetValueOrDefault(trajectory);
        _reached[trajectory] = step;
        StepsTrained += answer.StepsTrained;
        StepsReused += advanced - answer.StepsTrained;
        StepsRepeated += answer.StepsRepeated;
    }

    /// <summary>Reports at once, on the reporting thread.</summary>
    private sealed class Reporter(Action<Training.TrainingProgress> report) : IProgress<Training.TrainingProgress>
    {
        public void Report(Training.TrainingProgress value) => report(value);
    }
}
