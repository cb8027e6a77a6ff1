using Ledger.Application.Addresses;
using Ledger.Application.Data;
using Ledger.Application.Failures;
using Ledger.Application.Training;
using MediatR;

namespace Ledger.Application.Differences;

/// <summary>Handles <see cref="DiffLineages"/>: one run with one run, else replicates of equal number.</summary>
public sealed class DiffLineagesHandler(AddressResolver resolver, TrajectoryExecution execution, DataShelf data) : IRequestHandler<DiffLineages, LineageDiff>
{
    /// <inheritdoc/>
    /// <exception cref="NotFoundException">The two have no replicate in common.</exception>
    public async Task<LineageDiff> Handle(DiffLineages request, CancellationToken cancellationToken)
    {
        var a = await resolver.ResolveReplicates(request.A, cancellationToken);
        var b = await resolver.ResolveReplicates(request.B, cancellationToken);
        var pairs = Pairs(a, b);
        if (pairs.Count == 0)
        {
            throw new NotFoundException($"{request.A} has replicates {Numbers(a)}, {request.B} has {Numbers(b)}: none is in both; name the runs to compare");
        }

        var comparison = new RunComparison(execution, data, request.IsRebuilding);
        var runs = new List<RunDiff>(pairs.Count);
        foreach (var (one, other) in pairs)
        {
            runs.Add(await comparison.Compare(Side(request.A, one, a.Count), Side(request.B, other, b.Count), cancellationToken));
        }

        return new LineageDiff(request.A, request.B, runs, Alone(a, pairs.Select(static pair => pair.A)), Alone(b, pairs.Select(static pair => pair.B)));
    }

    private static List<(ResolvedAddress A, ResolvedAddress B)> Pairs(IReadOnlyList<ResolvedAddress> a, IReadOnlyList<ResolvedAddress> b) => (a, b) is ([var one], [var other])
        ? [(one, other)]
        : [.. a.Join(b, static run => run.Run.Replicate, static run => run.Run.Replicate, static (one, other) => (one, other))];

    // Of an experiment each run is called by its own address.
    private static DiffSide Side(string text, ResolvedAddress found, int runs) =>
        new(runs == 1 ? text : (found.Address with { Run = found.Id }).ToString(), found);

    private static IReadOnlyList<int> Alone(IReadOnlyList<ResolvedAddress> runs, IEnumerable<ResolvedAddress> paired) =>
        [.. runs.Except(paired).Select(static run => run.Run.Replicate)];

    private static string Numbers(IEnumerable<ResolvedAddress> runs) => string.Join(", ", runs.Select(static run => run.Run.Replicate));
}
