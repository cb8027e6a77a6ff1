using Ledger.Application.Replays.Recorded;
using Ledger.Events.Derivations;
using Ledger.Events.Hashing;
using Ledger.Events.Recorded;
using Ledger.Tickets.Derivations;
using Ledger.Tickets.Methods;

namespace Ledger.Application.Replays.Programs;

/// <summary>A bench that answers from the record, and stops where the record is not what the method asks for.</summary>
internal sealed class SpecifiedBench(TicketExperiment experiment, ProgramCursor program) : IBench
{
    private readonly Dictionary<Digest, int> _kept = [];
    private readonly Dictionary<DerivationKey, int> _reached = [];

    /// <summary>The round in progress.</summary>
    public int Round { get; private set; }

    /// <inheritdoc/>
    public Task<Digest> Initialize(int round, InitializeWeights operation) => Task.FromResult(Use<WeightsInitialized>(round, operation).Output);

    /// <inheritdoc/>
    public Task<Digest> StateAt(int round, Train trajectory, int step)
    {
        var key = trajectory.Describe().Key;
        if (program.Next.Event is RunDiverged diverged)
        {
            var isOnTheWay = diverged.Step > _reached.GetValueOrDefault(key) && diverged.Step <= step;
            program.Pass(round, new RunDiverged(round, key, isOnTheWay ? diverged.Step : step));
            throw new DivergedException(key, diverged.Step);
        }

        _reached[key] = step;
        return Task.FromResult(Use<StateCaptured>(round, new TakeState(key, step), step).Output);
    }

    /// <inheritdoc/>
    public Task MarkRewindPoint(Train trajectory, int step, Digest state)
    {
        program.Pass(Round, new RewindPointMarked(trajectory.Describe().Key, step, state));
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task<Digest> DrawMask(int round, DrawMask operation)
    {
        var drawn = Use<MaskDrawn>(round, operation);
        _kept[drawn.Output] = drawn.Layers.Sum(static layer => layer.Kept);
        return Task.FromResult(drawn.Output);
    }

    /// <inheritdoc/>
    public Task<Ticket> Rewind(int round, RewindWeights operation)
    {
        var rewound = Use<WeightsRewound>(round, operation);
        return Task.FromResult(new Ticket(operation.Mask, rewound.Output, rewound.Ticket));
    }

    /// <inheritdoc/>
    public Task DrawTicket(int round, Ticket ticket)
    {
        var total = experiment.Network.Weights().Sum(static weight => weight.Size);
        program.Pass(round, new TicketDrawn(round, ticket.Mask, ticket.State, ticket.File, ticket.Mask is { } mask ? _kept[mask] : total, total));
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task Evaluate(int round, int step, string split, Evaluate operation)
    {
        Use<TicketEvaluated>(round, operation, step, split);
        return Task.CompletedTask;
    }

    /// <summary>What is recorded of an operation, if the run used it here.</summary>
    private T Use<T>(int round, IOperation operation, int? step = null, string? split = null)
        where T : class, IDerivationEvent
    {
        Round = round;
        var (kind, key) = (operation.Describe().Kind, operation.Describe().Key);
        var asked = program.Next.Use is { Used: var used, Completed: var recorded }
            ? new DerivationUsed(round, kind, key, used.Attempt, used.Output, step, (recorded as StateCaptured)?.History, split)
            : new DerivationUsed(round, kind, key, Attempt: 1, default, step, History: null, split);
        var completed = program.Next.Use?.Completed as T ?? throw program.Differs(round, asked);
        program.Pass(round, asked);
        return completed;
    }
}
