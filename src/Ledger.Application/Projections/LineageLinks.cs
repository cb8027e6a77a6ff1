using Ledger.Application.History;
using Ledger.Events.Derivations;
using Ledger.Events.Recorded;
using Ledger.Tickets.Derivations;

namespace Ledger.Application.Projections;

/// <summary>Recorded derivations by key and attempt: joins what a run used with what was recorded of it.</summary>
internal sealed class LineageLinks
{
    private readonly Dictionary<(DerivationKey, int), IDerivationEvent> _completed = [];
    private readonly Dictionary<(DerivationKey, int), Derivation> _trainings = [];

    public void Add(int attempt, IDerivationEvent completed) => _completed[(completed.Derivation.Key, attempt)] = completed;

    public void Add(int attempt, TrainingStarted started) => _trainings[(started.Derivation.Key, attempt)] = started.Derivation;

    /// <summary>The event behind a use, or null.</summary>
    public IDerivationEvent? Completed(DerivationUsed used) => _completed.GetValueOrDefault((used.Key, used.Attempt));

    /// <summary>The evaluation behind a use.</summary>
    public static EvaluationUse Use(DerivationUsed used, TicketEvaluated evaluated) =>
        new(used.Split!, used.Step ?? 0, evaluated.Correct, evaluated.Total, evaluated.Loss);

    /// <summary>The training behind a state that a run used, or null.</summary>
    public TrajectoryUse? Trajectory(DerivationUsed used) => Completed(used) is StateCaptured captured
        ? Trajectory(TakeState.Of(captured.Derivation).Trajectory, captured.TrajectoryAttempt, used.Step ?? 0)
        : null;

    /// <summary>The link of a use.</summary>
    public LinkedDerivation Link(DerivationUsed used) => new(
        used.Kind, used.Key, used.Attempt, StreamNames.Of(used.Kind, used.Key, used.Attempt), used.Output, used.Step, used.Split, Completed(used)?.Derivation);

    /// <summary>The link of a training.</summary>
    public LinkedDerivation Link(TrajectoryUse training) => new(
        Kinds.Train, training.Key, training.Attempt, training.Stream, Output: null, training.Steps, Split: null, _trainings.GetValueOrDefault((training.Key, training.Attempt)));

    private static TrajectoryUse Trajectory(DerivationKey key, int attempt, int steps) =>
        new(key, attempt, StreamNames.Of(Kinds.Train, key, attempt), steps);
}
