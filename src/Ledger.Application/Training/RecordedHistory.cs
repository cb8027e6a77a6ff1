using Ledger.Application.History;
using Ledger.Events.Hashing;
using Ledger.Events.Recorded;
using Ledger.Store.Contract;
using Ledger.Tickets.Results;

namespace Ledger.Application.Training;

/// <summary>A trajectory's recorded history while it is being continued: recorded steps are compared, new ones appended.</summary>
public sealed class RecordedHistory(IEventStore store, TrajectoryRecord record) : IDisposable
{
    private readonly TrajectoryHistory _history = new();

    /// <summary>Recorded steps that were computed again.</summary>
    public int Repeated { get; private set; }

    /// <summary>Takes the steps up to <paramref name="step"/> as recorded.</summary>
    public async Task Read(int step, CancellationToken cancellation)
    {
        foreach (var recorded in await store.Steps(record.Stream, 1, step, cancellation))
        {
            _history.Add(recorded);
        }
    }

    /// <summary>Adds computed steps; the first that differs from the recorded one, or null. After a difference nothing more may be added.</summary>
    public async Task<StepDifference?> Add(ComputedChunk chunk, CancellationToken cancellation)
    {
        var known = chunk.Steps.Count(step => step.Step <= record.Steps);
        if (known > 0 && await Compare(chunk.Steps.Take(known).ToList(), cancellation) is { } difference)
        {
            return difference;
        }

        if (await Append(chunk, known, cancellation) is { } conflict)
        {
            return conflict;
        }

        foreach (var step in chunk.Steps)
        {
            _history.Add(step);
        }

        Repeated += known;
        return null;
    }

    /// <summary>The digest of the history so far.</summary>
    public Digest Current() => _history.Current();

    /// <inheritdoc/>
    public void Dispose() => _history.Dispose();

    private async Task<StepDifference?> Compare(List<StepTrained> found, CancellationToken cancellation)
    {
        var recorded = await store.Steps(record.Stream, found[0].Step, found[^1].Step, cancellation);
        return recorded.Zip(found).Where(static pair => pair.First != pair.Second).Select(static pair => new StepDifference(pair.Second.Step, pair.First, pair.Second)).FirstOrDefault();
    }

    private async Task<StepDifference?> Append(ComputedChunk chunk, int known, CancellationToken cancellation)
    {
        var events = chunk.Steps.Skip(known).Select(static step => EventCatalogue.ToNew(step)).ToList();
        if (chunk.DivergedAt is { } diverged)
        {
            events.Add(EventCatalogue.ToNew(new TrainingDiverged(diverged)));
        }

        if (events.Count == 0)
        {
            return null;
        }

        // Step s stands at version s + 1, so the first of these follows the version of its own step number.
        var first = known < chunk.Steps.Count ? chunk.Steps[known].Step : chunk.DivergedAt!.Value;
        if (await store.Append(record.Stream, first, events, cancellation) is not AppendResult.Conflict conflict)
        {
            return null;
        }

        // Version v holds step v - 1.
        var step = (int)conflict.Version - 1;
        var theirs = await store.ReadEvent(record.Stream, conflict.Version, cancellation) is { } stored ? EventCatalogue.Read(stored) : null;
        return theirs is StepTrained or TrainingDiverged
            ? new StepDifference(step, theirs as StepTrained, chunk.Steps.FirstOrDefault(found => found.Step == step))
            : throw new CorruptLedgerException($"{record.Stream}, version {conflict.Version}: expected step {step} there, found {theirs?.GetType().Name ?? "nothing"}; run ledger verify");
    }
}
