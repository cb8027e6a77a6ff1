using Ledger.Events.Hashing;
using Ledger.Events.Recorded;
using Ledger.Events.Specification;
using Ledger.Events.Streams;
using Ledger.Tickets.Derivations;

namespace Ledger.Application.Projections;

/// <summary>What every ticket is made of: mask, start state, training, evaluations, and the chain of derivations behind it.</summary>
public sealed class TicketLineage : Projection
{
    private readonly Dictionary<string, RunTrail> _runs = [];
    private readonly LineageLinks _links = new();

    /// <summary>Every run, in the order in which they began.</summary>
    public IEnumerable<RunLineage> Runs => _runs.Values.Select(Lineage);

    /// <summary>One run, or null.</summary>
    public RunLineage? Of(Digest run) => _runs.GetValueOrDefault(run.ToBase32()) is { } trail ? Lineage(trail) : null;

    /// <inheritdoc/>
    protected override void When(StoredEvent stored, ILedgerEvent recorded)
    {
        switch (recorded)
        {
            case RunStarted started:
                Begin(stored.Stream, started);
                break;
            case DerivationUsed or TicketDrawn or RewindPointMarked or RunCompleted:
                if (_runs.GetValueOrDefault(stored.Stream.Identity) is { } trail && trail.Stream == stored.Stream)
                {
                    trail.Apply(recorded);
                }

                break;
            case IDerivationEvent completed:
                _links.Add(stored.Stream.Number, completed);
                break;
            case TrainingStarted started:
                _links.Add(stored.Stream.Number, started);
                break;
        }
    }

    private void Begin(StreamName stream, RunStarted started)
    {
        if (!_runs.TryGetValue(stream.Identity, out var known) || known.Stream.Number < stream.Number)
        {
            _runs[stream.Identity] = new RunTrail(stream, started);
        }
    }

    private RunLineage Lineage(RunTrail trail)
    {
        var (experiment, replicate, seed) = trail.Started;
        return new RunLineage(
            RunIdentity.Run(experiment, replicate), trail.Stream, experiment, replicate, seed, trail.RewindPoint, trail.Completed?.Result, [.. trail.Tickets.Select(ticket => Round(trail, ticket))]);
    }

    private RoundLineage Round(RunTrail trail, TicketDrawn ticket)
    {
        var used = trail.Used.Where(use => use.Round == ticket.Round).ToArray();
        var taken = used.Where(static use => use.Kind == Kinds.State).OrderBy(static use => use.Step).ToArray();
        return new RoundLineage(
            ticket.Round,
            ticket.Ticket,
            ticket.Mask,
            ticket.State,
            taken.Length > 0 ? taken[^1].Output : null,
            ticket.Kept,
            ticket.Total,
            Layers(trail, ticket),
            taken.Length > 0 ? _links.Trajectory(taken[^1]) : null,
            [.. taken.Select(static use => new StateUse(use.Step ?? 0, use.Output, use.History))],
            [.. used.Where(static use => use.Split is not null).Select(Evaluation).OfType<EvaluationUse>()],
            Derivations(used));
    }

    private EvaluationUse? Evaluation(DerivationUsed used) => _links.Completed(used) is TicketEvaluated evaluated ? LineageLinks.Use(used, evaluated) : null;

    /// <summary>The mask's densities, or for the dense network those of a mask that keeps all.</summary>
    private IReadOnlyList<LayerDensity> Layers(RunTrail trail, TicketDrawn ticket)
    {
        foreach (var completed in trail.Used.Select(_links.Completed))
        {
            if (completed is MaskDrawn drawn && drawn.Output == ticket.Mask)
            {
                return drawn.Layers;
            }

            if (completed is WeightsInitialized initialized && ticket.Mask is null)
            {
                return [.. InitializeWeights.Of(initialized.Derivation).Network.Weights().Select(static weight => new LayerDensity(weight.Name, weight.Size, weight.Size, null, 0))];
            }
        }

        return [];
    }

    /// <summary>What a round used, each training before the first state taken from it.</summary>
    private List<LinkedDerivation> Derivations(IReadOnlyList<DerivationUsed> used)
    {
        var trainings = used.Where(static use => use.Kind == Kinds.State)
            .Select(_links.Trajectory)
            .OfType<TrajectoryUse>()
            .GroupBy(static training => training.Stream)
            .ToDictionary(static same => same.Key, static same => same.MaxBy(static training => training.Steps)!);
        var links = new List<LinkedDerivation>();
        foreach (var use in used)
        {
            if (_links.Trajectory(use) is { } training && trainings.Remove(training.Stream, out var whole))
            {
                links.Add(_links.Link(whole));
            }

            links.Add(_links.Link(use));
        }

        return links;
    }
}
