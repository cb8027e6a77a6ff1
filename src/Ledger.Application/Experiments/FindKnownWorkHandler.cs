using Ledger.Application.History;
using Ledger.Events.Hashing;
using Ledger.Events.Recorded;
using Ledger.Events.Specification;
using Ledger.Store.Contract;
using Ledger.Tickets.Derivations;
using MediatR;

namespace Ledger.Application.Experiments;

/// <summary>Handles <see cref="FindKnownWork"/>.</summary>
public sealed class FindKnownWorkHandler(IEventStore store, DerivationLog log) : IRequestHandler<FindKnownWork, IReadOnlyList<KnownWork>>
{
    /// <inheritdoc/>
    public async Task<IReadOnlyList<KnownWork>> Handle(FindKnownWork request, CancellationToken cancellationToken)
    {
        var experiment = RunIdentity.Experiment(request.Specification);
        var known = new List<KnownWork>(request.Replicates.Count);
        foreach (var replicate in request.Replicates)
        {
            var run = RunIdentity.Run(experiment, replicate);
            var (isComplete, rounds) = await Recorded(run, cancellationToken);
            var dense = Math.Max(await DenseSteps(request, replicate, cancellationToken), rounds.GetValueOrDefault(0));
            var later = rounds.Where(static round => round.Key > 0).Sum(static round => (long)round.Value);
            known.Add(new KnownWork(run, replicate, isComplete, dense, dense + later));
        }

        return known;
    }

    /// <summary>Whether the run has completed, and the last step used in each round.</summary>
    private async Task<(bool IsComplete, IReadOnlyDictionary<int, int> Rounds)> Recorded(Digest run, CancellationToken cancellation)
    {
        if (await RunLog.Latest(store, run, cancellation) is not { } stream)
        {
            return (false, new Dictionary<int, int>());
        }

        var events = await store.All(stream, cancellation);
        var states = events.OfType<DerivationUsed>().Where(static used => used.Kind == Kinds.State);
        return (events[^1] is RunCompleted, states.GroupBy(static used => used.Round).ToDictionary(static round => round.Key, static round => round.Max(static used => used.Step ?? 0)));
    }

    /// <summary>The dense training is the same in every experiment that starts like this one.</summary>
    private async Task<int> DenseSteps(FindKnownWork request, int replicate, CancellationToken cancellation)
    {
        var experiment = ReplicateExpansion.Of(request.Specification, replicate, request.Data, request.TrainSamples, request.TestSamples);
        var initial = new InitializeWeights(experiment.Network, request.Specification.Initialiser, experiment.InitSeed);
        if (await log.Find(initial.Describe(), cancellation) is not { } found)
        {
            return 0;
        }

        var dense = new Train(experiment.Recipe(schedulePosition: 0, dataPosition: 0), found.Completed.Output, Mask: null, experiment.Data);
        return Math.Min((await log.FindTrajectory(dense.Describe().Key, cancellation)).Steps, request.Specification.Training.Steps);
    }
}
