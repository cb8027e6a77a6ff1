using Ledger.Events.Derivations;
using Ledger.Events.Streams;
using Ledger.Tickets.Derivations;

namespace Ledger.Application.Replays.Recorded;

/// <summary>One recorded history of a training, with the states that are recorded of it.</summary>
/// <param name="Train">The training.</param>
/// <param name="Key">Its key.</param>
/// <param name="Attempt">Which recorded history.</param>
/// <param name="Stream">Where it is recorded; step s stands at version s + 1.</param>
internal sealed record RecordedTrajectory(Train Train, DerivationKey Key, int Attempt, StreamName Stream)
{
    /// <summary>Recorded states by step.</summary>
    public SortedDictionary<int, RecordedState> States { get; } = [];

    /// <summary>Keeps only the states that the replayed runs used.</summary>
    public void ForgetOthers()
    {
        foreach (var state in States.Values.Where(static state => state.IsOfOthers).ToList())
        {
            States.Remove(state.Step);
        }
    }
}
