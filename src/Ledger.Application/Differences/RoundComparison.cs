using Ledger.Application.Networks;
using Ledger.Application.Projections;
using Ledger.Training.Networks;
using Ledger.Training.States;

namespace Ledger.Application.Differences;

/// <summary>Compares two rounds: what is equal by its digest is not read, and never more than two states are held.</summary>
internal sealed class RoundComparison(DiffSide a, DiffMaterials materialsA, DiffSide b, DiffMaterials materialsB, CancellationToken cancellation)
{
    private readonly NetworkDescription? _networkA = SpecifiedNetwork.Find(a.Found.Specification);
    private readonly NetworkDescription? _networkB = SpecifiedNetwork.Find(b.Found.Specification);

    /// <summary>The comparison of a pair of rounds.</summary>
    public async Task<RoundDiff> Compare(RoundLineage one, RoundLineage other)
    {
        var (sideA, sideB) = (RoundSide.Of(one, _networkA), RoundSide.Of(other, _networkB));
        var evaluations = Evaluations(one, other);
        if (_networkA is null || _networkB is null || !_networkA.IsSameAs(_networkB))
        {
            return new RoundDiff(sideA, sideB, Densities(one, other), Start: null, End: null, evaluations, await Curve(one, other));
        }

        var maskA = await materialsA.Mask(_networkA, one.Mask, cancellation);
        var maskB = one.Mask == other.Mask ? maskA : await materialsB.Mask(_networkA, other.Mask, cancellation);
        return new RoundDiff(
            sideA,
            sideB,
            Layers(_networkA, maskA, maskB),
            await States(_networkA, one.Start, maskA, other.Start, maskB),
            one.End is { } endA && other.End is { } endB ? await States(_networkA, endA, maskA, endB, maskB) : null,
            evaluations,
            await Curve(one, other));
    }

    /// <summary>Which inputs the first layers of two rounds still read.</summary>
    public async Task<PixelUse?> Pixels(RoundLineage one, RoundLineage other) => _networkA is { } network && _networkB is { } same && network.IsSameAs(same)
        ? PixelUse.Of(network, await materialsA.Mask(network, one.Mask, cancellation), await materialsB.Mask(network, other.Mask, cancellation))
        : null;

    private static IReadOnlyList<LayerDiff> Layers(NetworkDescription network, WeightMask maskA, WeightMask maskB) =>
        [.. network.Weights().Select((weight, i) => new LayerDiff(
            weight.Name, maskA.KeptIn(i), weight.Size, maskB.KeptIn(i), weight.Size, MaskOverlap.Of(maskA.Layers[i], maskB.Layers[i], weight.Size)))];

    private static IReadOnlyList<LayerDiff> Densities(RoundLineage one, RoundLineage other)
    {
        var layersA = one.Layers.ToDictionary(static layer => layer.Layer);
        var layersB = other.Layers.ToDictionary(static layer => layer.Layer);
        return [.. one.Layers.Concat(other.Layers).Select(static layer => layer.Layer).Distinct().Select(name =>
        {
            var (inA, inB) = (layersA.GetValueOrDefault(name), layersB.GetValueOrDefault(name));
            return new LayerDiff(name, inA?.Kept ?? 0, inA?.Total ?? 0, inB?.Kept ?? 0, inB?.Total ?? 0, Overlap: null);
        })];
    }

    private async Task<StateDiff?> States(NetworkDescription network, Events.Hashing.Digest digestA, WeightMask maskA, Events.Hashing.Digest digestB, WeightMask maskB)
    {
        if (digestA == digestB)
        {
            return StateDiff.Same;
        }

        return await materialsA.Parameters(network, digestA, cancellation) is { } one && await materialsB.Parameters(network, digestB, cancellation) is { } other
            ? StateDiff.Of(network, one, maskA, other, maskB)
            : null;
    }

    private static IReadOnlyList<EvaluationDiff> Evaluations(RoundLineage one, RoundLineage other) =>
        [.. one.Evaluations.Concat(other.Evaluations).Select(static evaluation => (evaluation.Split, evaluation.Step)).Distinct()
            .Select(at => new EvaluationDiff(at.Split, at.Step, At(one, at), At(other, at)))
            .OrderBy(static evaluation => evaluation.Step)];

    private static EvaluationUse? At(RoundLineage round, (string Split, int Step) at) =>
        round.Evaluations.FirstOrDefault(evaluation => evaluation.Split == at.Split && evaluation.Step == at.Step);

    private Task<IReadOnlyList<CurvePoint>> Curve(RoundLineage one, RoundLineage other) =>
        CurveReader.Read(a.Found.Store, one.Trajectory, b.Found.Store, other.Trajectory, cancellation);
}
