using Ledger.Events.Hashing;
using Ledger.Events.Recorded;

namespace Ledger.Application.Projections;

/// <summary>One round of a run: its ticket, what training made of it, and how it came to be.</summary>
/// <param name="Round">Its number; round 0 is dense.</param>
/// <param name="Ticket">The digest of the ticket file.</param>
/// <param name="Mask">The mask's digest; absent for the dense network.</param>
/// <param name="Start">The digest of the state that the round trains from.</param>
/// <param name="End">The digest of the last state taken, once there is one.</param>
/// <param name="Kept">Prunable weights kept.</param>
/// <param name="Total">Prunable weights.</param>
/// <param name="Layers">Kept and total weights of each layer.</param>
/// <param name="Trajectory">The training, once a state was taken from it.</param>
/// <param name="States">States taken from the trajectory, by step.</param>
/// <param name="Evaluations">In the order in which they were made.</param>
/// <param name="Derivations">What the run did in this round, in program order.</param>
public sealed record RoundLineage(
    int Round,
    Digest Ticket,
    Digest? Mask,
    Digest Start,
    Digest? End,
    int Kept,
    int Total,
    IReadOnlyList<LayerDensity> Layers,
    TrajectoryUse? Trajectory,
    IReadOnlyList<StateUse> States,
    IReadOnlyList<EvaluationUse> Evaluations,
    IReadOnlyList<LinkedDerivation> Derivations)
{
    /// <summary>The last evaluation on a list of samples, or null.</summary>
    public EvaluationUse? On(string split) => Evaluations.LastOrDefault(evaluation => evaluation.Split == split);
}
