using Ledger.Application.Networks;
using Ledger.Application.Projections;
using Ledger.Events.Hashing;
using Ledger.Training.Networks;

namespace Ledger.Application.Differences;

/// <summary>Two rounds side by side.</summary>
/// <param name="A">One.</param>
/// <param name="B">The other.</param>
/// <param name="Layers">What the masks keep of each layer, and what of it is the same.</param>
/// <param name="Start">The weights that training starts from.</param>
/// <param name="End">The trained weights.</param>
/// <param name="Evaluations">By list of samples and step.</param>
/// <param name="Curve">The training, at equal distances.</param>
public sealed record RoundDiff(
    RoundSide A,
    RoundSide B,
    IReadOnlyList<LayerDiff> Layers,
    StateDiff? Start,
    StateDiff? End,
    IReadOnlyList<EvaluationDiff> Evaluations,
    IReadOnlyList<CurvePoint> Curve)
{
    /// <summary>True if mask, start, end and evaluations are the same in every bit.</summary>
    public bool IsEqual => A.Ticket == B.Ticket && A.End == B.End && Evaluations.All(static evaluation => evaluation.IsEqual);

    /// <summary>The masks as a whole; null if the networks differ.</summary>
    public MaskOverlap? Masks => Layers.All(static layer => layer.Overlap is not null) ? Layers.Select(static layer => layer.Overlap!).Aggregate(MaskOverlap.Empty, static (all, layer) => all + layer) : null;
}

/// <summary>One of two rounds that are compared.</summary>
/// <param name="Round">Its number.</param>
/// <param name="Ticket">The digest of its ticket.</param>
/// <param name="Mask">The mask's digest; absent for the dense network.</param>
/// <param name="Start">The digest of the state that training starts from.</param>
/// <param name="End">The digest of the trained state, once there is one.</param>
/// <param name="Kept">Prunable weights kept.</param>
/// <param name="Total">Prunable weights.</param>
/// <param name="Steps">Training steps.</param>
/// <param name="Evaluations">Its evaluations.</param>
/// <param name="Account">What its network takes; absent where the network is unknown here.</param>
public sealed record RoundSide(
    int Round, Digest Ticket, Digest? Mask, Digest Start, Digest? End, int Kept, int Total, int Steps, IReadOnlyList<EvaluationUse> Evaluations, NetworkAccount? Account)
{
    /// <summary>The share of the prunable weights that is kept.</summary>
    public double Density => (double)Kept / Total;

    internal static RoundSide Of(RoundLineage round, NetworkDescription? network) =>
        new(round.Round, round.Ticket, round.Mask, round.Start, round.End, round.Kept, round.Total, round.Trajectory?.Steps ?? 0, round.Evaluations, RoundAccount.Of(network, round));
}

/// <summary>A layer of two masks.</summary>
/// <param name="Layer">The weight tensor's name.</param>
/// <param name="KeptA">Weights that one keeps.</param>
/// <param name="TotalA">Its weights.</param>
/// <param name="KeptB">Weights that the other keeps.</param>
/// <param name="TotalB">Its weights.</param>
/// <param name="Overlap">What both keep; null if the layers have other shapes.</param>
public sealed record LayerDiff(string Layer, int KeptA, int TotalA, int KeptB, int TotalB, MaskOverlap? Overlap);

/// <summary>One evaluation of two rounds.</summary>
/// <param name="Split">The list of samples.</param>
/// <param name="Step">The trajectory's step.</param>
/// <param name="A">What one did; null if it was not evaluated there.</param>
/// <param name="B">What the other did.</param>
public sealed record EvaluationDiff(string Split, int Step, EvaluationUse? A, EvaluationUse? B)
{
    /// <summary>True if both did the same.</summary>
    public bool IsEqual => A == B;
}
