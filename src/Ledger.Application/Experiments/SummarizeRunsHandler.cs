using Ledger.Application.Failures;
using Ledger.Application.History;
using Ledger.Events.Hashing;
using Ledger.Events.Recorded;
using Ledger.Store.Contract;
using Ledger.Tickets.Derivations;
using MediatR;

namespace Ledger.Application.Experiments;

/// <summary>Handles <see cref="SummarizeRuns"/>: folds each run's stream and looks up the evaluations and masks it names.</summary>
public sealed class SummarizeRunsHandler(IEventStore store) : IRequestHandler<SummarizeRuns, IReadOnlyList<RunSummary>>
{
    /// <inheritdoc/>
    public async Task<IReadOnlyList<RunSummary>> Handle(SummarizeRuns request, CancellationToken cancellationToken)
    {
        var summaries = new List<RunSummary>(request.Runs.Count);
        foreach (var run in request.Runs)
        {
            summaries.Add(await Summarize(run, cancellationToken));
        }

        return summaries;
    }

    private async Task<RunSummary> Summarize(Digest run, CancellationToken cancellation)
    {
        var stream = await RunLog.Latest(store, run, cancellation) ?? throw new NotFoundException($"run {run.ToShortString()} is not in this ledger");
        var events = await store.All(stream, cancellation);
        var started = (RunStarted)events[0];
        var rounds = new List<RoundSummary>();
        foreach (var ticket in events.OfType<TicketDrawn>())
        {
            rounds.Add(await Round(ticket, [.. events.OfType<DerivationUsed>().Where(used => used.Round == ticket.Round)], cancellation));
        }

        return new RunSummary(
            run, started.Experiment, started.Replicate, rounds, events.OfType<RunCompleted>().FirstOrDefault()?.Result, events.OfType<RunDiverged>().FirstOrDefault());
    }

    private async Task<RoundSummary> Round(TicketDrawn ticket, IReadOnlyList<DerivationUsed> used, CancellationToken cancellation)
    {
        var dead = new List<string>();
        foreach (var drawing in used.Where(static use => use.Kind == Kinds.DrawMask))
        {
            dead.AddRange((await Read<MaskDrawn>(drawing, cancellation)).Layers.Where(static layer => layer.Kept == 0).Select(static layer => layer.Layer));
        }

        var evaluations = new List<SplitResult>();
        foreach (var split in used.Where(static use => use.Split is not null).GroupBy(static use => use.Split!))
        {
            var last = split.MaxBy(static use => use.Step)!;
            var evaluated = await Read<TicketEvaluated>(last, cancellation);
            evaluations.Add(new SplitResult(split.Key, last.Step!.Value, evaluated.Correct, evaluated.Total, evaluated.Loss));
        }

        return new RoundSummary(ticket.Round, ticket.Kept, ticket.Total, dead, evaluations);
    }

    private async Task<T> Read<T>(DerivationUsed used, CancellationToken cancellation)
        where T : class, ILedgerEvent
    {
        var stream = StreamNames.Of(used.Kind, used.Key, used.Attempt);
        return await store.First<T>(stream, cancellation) ?? throw new CorruptLedgerException($"{stream}: a run refers to this stream, which is not there; run ledger verify");
    }
}
