using Ledger.Application.Addresses;
using Ledger.Application.Data;
using Ledger.Application.History;
using Ledger.Application.Networks;
using Ledger.Application.Projections;
using Ledger.Application.Training;
using Ledger.Events.Hashing;
using Ledger.Events.Recorded;
using Ledger.Tickets.Derivations;

namespace Ledger.Application.Differences;

/// <summary>Compares two runs: where and why they part, then their rounds.</summary>
internal sealed class RunComparison(TrajectoryExecution execution, DataShelf data, bool isRebuilding)
{
    /// <summary>The comparison of two runs.</summary>
    public async Task<RunDiff> Compare(DiffSide a, DiffSide b, CancellationToken cancellation)
    {
        var walk = new LineageWalk(a, b);
        await walk.Walk(cancellation);
        var pairs = Pairs(a, b);
        using var materialsA = new DiffMaterials(a.Found, execution, data, isRebuilding);
        using var materialsB = new DiffMaterials(b.Found, execution, data, isRebuilding);
        var rounds = walk.Difference is null ? [] : await Rounds(a, materialsA, b, materialsB, pairs, cancellation);
        return new RunDiff(
            await Side(a, cancellation),
            await Side(b, cancellation),
            walk.Equal,
            walk.EqualSteps,
            walk.Difference,
            walk.Further,
            walk.After,
            LineageAlignment.Of(a, b, walk.Difference),
            rounds,
            Alone(a, pairs.Select(static pair => pair.A)),
            Alone(b, pairs.Select(static pair => pair.B)),
            rounds.Count > 0 ? await new RoundComparison(a, materialsA, b, materialsB, cancellation).Pixels(pairs[^1].A, pairs[^1].B) : null,
            [.. Missing("A", materialsA), .. Missing("B", materialsB)]);
    }

    /// <summary>The two rounds named, else rounds of equal number.</summary>
    private static List<(RoundLineage A, RoundLineage B)> Pairs(DiffSide a, DiffSide b) => (a.Found.Address.Round, b.Found.Address.Round) is (not null, not null)
        ? [(a.Rounds[0], b.Rounds[0])]
        : [.. a.Rounds.Join(b.Rounds, static round => round.Round, static round => round.Round, static (one, other) => (one, other))];

    private static IReadOnlyList<RoundSide> Alone(DiffSide side, IEnumerable<RoundLineage> paired)
    {
        var network = SpecifiedNetwork.Find(side.Found.Specification);
        return [.. side.Rounds.Except(paired).Select(round => RoundSide.Of(round, network))];
    }

    private static async Task<IReadOnlyList<RoundDiff>> Rounds(
        DiffSide a, DiffMaterials materialsA, DiffSide b, DiffMaterials materialsB, List<(RoundLineage A, RoundLineage B)> pairs, CancellationToken cancellation)
    {
        await Prepare(materialsA, pairs.Select(static pair => (pair.A, pair.B)), cancellation);
        await Prepare(materialsB, pairs.Select(static pair => (pair.B, pair.A)), cancellation);
        var comparison = new RoundComparison(a, materialsA, b, materialsB, cancellation);
        var rounds = new List<RoundDiff>(pairs.Count);
        foreach (var (one, other) in pairs)
        {
            rounds.Add(await comparison.Compare(one, other));
        }

        return rounds;
    }

    /// <summary>Start states apart from end states: they can often be made again where end states would have to be trained.</summary>
    private static async Task Prepare(DiffMaterials materials, IEnumerable<(RoundLineage Own, RoundLineage Other)> rounds, CancellationToken cancellation)
    {
        var differing = rounds.ToList();
        await materials.Prepare(differing.Where(static pair => pair.Own.Start != pair.Other.Start).Select(static pair => pair.Own.Start).Distinct(), cancellation);
        await materials.Prepare(differing.Where(static pair => pair.Own.End != pair.Other.End).Select(static pair => pair.Own.End).OfType<Digest>(), cancellation);
    }

    private static IEnumerable<MissingStates> Missing(string side, DiffMaterials materials) =>
        materials.Missing is { States: > 0 } missing ? [new MissingStates(side, missing.States, missing.Steps)] : [];

    private static async Task<RunSide> Side(DiffSide side, CancellationToken cancellation)
    {
        var found = side.Found;
        var (environments, trained) = await EnvironmentReader.Read(found.Store, found.Run.Run, cancellation);
        return new RunSide(
            side.Text,
            found.Store.Location,
            found.Id,
            found.Run.Run,
            found.Name,
            found.Run.Replicate,
            found.Address.Round,
            found.Specification.Network,
            await Ending(found, cancellation),
            found.Run.Result,
            Cost(side, trained),
            environments);
    }

    private static RunCost Cost(DiffSide side, long trained) => new(
        side.Rounds.Count,
        side.Rounds.Sum(static round => (long)(round.Trajectory?.Steps ?? 0)),
        side.Rounds.Sum(static round => (long)round.Kept * (round.Trajectory?.Steps ?? 0)),
        side.Derivations.Count,
        side.Derivations.Count(static at => at.Link.Kind == Kinds.Evaluate),
        trained);

    private static async Task<string> Ending(ResolvedAddress found, CancellationToken cancellation)
    {
        var last = await found.Store.ReadEvent(found.Run.Stream, await found.Store.VersionOf(found.Run.Stream, cancellation), cancellation);
        return last is null ? "not begun" : EventCatalogue.Read(last) switch
        {
            RunCompleted => "done",
            RunDiverged diverged => $"diverged in round {diverged.Round} at step {diverged.Step}",
            _ => "not ended yet",
        };
    }
}
