using Ledger.Events.Recorded;

namespace Ledger.Application.Replays.Recorded;

/// <summary>One derivation that a run used, with what is recorded of it.</summary>
/// <param name="Used">The run's event.</param>
/// <param name="Place">Stream and version of the derivation's event.</param>
/// <param name="Completed">That event.</param>
/// <param name="Trajectory">Of a state: the training it was taken from.</param>
internal sealed record RecordedUse(DerivationUsed Used, string Place, IDerivationEvent Completed, RecordedTrajectory? Trajectory)
{
    /// <summary>A difference in this derivation for which its author is to blame.</summary>
    public Finding Refuted(string recorded, string found) => new(
        new ReplayDifference(Used.Round, Used.Kind, Used.Step, Place, recorded, found, ReplayVerdict.Refuted),
        new Refutation(Used.Kind, Used.Key, Used.Attempt, Step: null, recorded, found));
}
