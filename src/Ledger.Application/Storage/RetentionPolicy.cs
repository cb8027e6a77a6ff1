using Ledger.Application.History;
using Ledger.Events.Derivations;
using Ledger.Events.Hashing;
using Ledger.Events.Recorded;
using Ledger.Store.Contract;
using Ledger.Tickets.Derivations;

namespace Ledger.Application.Storage;

/// <summary>
/// Which states are worth their space: rewind points, the end of a trajectory until a mask has been drawn from it, and one
/// checkpoint of each trajectory that is still being trained. All others are rebuilt when they are needed.
/// </summary>
public sealed class RetentionPolicy
{
    private readonly HashSet<Digest> _rewindPoints = [];
    private readonly HashSet<Digest> _pruned = [];
    private readonly Dictionary<DerivationKey, StateCaptured> _ends = [];

    private RetentionPolicy()
    {
    }

    /// <summary>The policy's view of a ledger's events.</summary>
    public static async Task<RetentionPolicy> Read(IEventStore store, CancellationToken cancellation)
    {
        var policy = new RetentionPolicy();
        await foreach (var stored in store.ReadAll(0, EventCatalogue.AliasOf(typeof(StepTrained)), cancellation))
        {
            policy.Apply(EventCatalogue.Read(stored));
        }

        return policy;
    }

    /// <summary>The states to keep.</summary>
    public async Task<HashSet<Digest>> Kept(IStateCache cache, CancellationToken cancellation)
    {
        var kept = new HashSet<Digest>(_rewindPoints);
        kept.UnionWith(_ends.Values.Select(static end => end.Output).Where(end => !_pruned.Contains(end)));
        var checkpoints = new Dictionary<string, CachedState>();
        await foreach (var cached in cache.ListStates(cancellation))
        {
            if (!IsPassed(cached) && (!checkpoints.TryGetValue(cached.Trajectory.Value, out var latest) || latest.Step < cached.Step))
            {
                checkpoints[cached.Trajectory.Value] = cached;
            }
        }

        kept.UnionWith(checkpoints.Values.Select(static checkpoint => checkpoint.State));
        return kept;
    }

    private void Apply(ILedgerEvent recorded)
    {
        switch (recorded)
        {
            case RewindPointMarked marked:
                _rewindPoints.Add(marked.State);
                break;
            case MaskDrawn drawn:
                _pruned.Add(DrawMask.Of(drawn.Derivation).Final);
                break;
            case StateCaptured captured:
                var (trajectory, step) = TakeState.Of(captured.Derivation);
                if (!_ends.TryGetValue(trajectory, out var end) || TakeState.Of(end.Derivation).Step < step)
                {
                    _ends[trajectory] = captured;
                }

                break;
        }
    }

    /// <summary>True if the trajectory was captured at or after this checkpoint.</summary>
    private bool IsPassed(CachedState cached) => _ends.Values.Any(end =>
        TakeState.Of(end.Derivation) is var (trajectory, step)
        && StreamNames.Of(Kinds.Train, trajectory, end.TrajectoryAttempt) == cached.Trajectory
        && step >= cached.Step);
}
