using Ledger.Events.Derivations;
using Ledger.Events.Recorded;
using Ledger.Store.Contract;
using Ledger.Tickets.Derivations;

namespace Ledger.Application.History;

/// <summary>The recorded histories of derivations: finds the one that may be answered from, adds new ones beside it.</summary>
public sealed class DerivationLog(IEventStore store)
{
    /// <summary>What is known against the histories of a key.</summary>
    public async Task<Standing> StandingOf(DerivationKey key, CancellationToken cancellation = default)
    {
        var audits = await store.All(StreamNames.Audit(key), cancellation);
        return new Standing([.. audits.OfType<DerivationRefuted>()], [.. audits.OfType<DerivationDisputed>()]);
    }

    /// <summary>The completed derivation that may be answered from, or null.</summary>
    public async Task<Answer?> Find(Derivation derivation, CancellationToken cancellation = default)
    {
        var key = derivation.Key;
        var standing = await StandingOf(key, cancellation);
        for (var attempt = 1; await store.First<ILedgerEvent>(StreamNames.Of(derivation.Kind, key, attempt), cancellation) is IDerivationEvent completed; attempt++)
        {
            if (!standing.IsRefuted(attempt) && !await IsOnRefutedTrajectory(completed, cancellation))
            {
                return new Answer(completed, attempt, IsFound: true);
            }
        }

        return null;
    }

    /// <summary>The recorded derivation that may be answered from; else it is computed and recorded.</summary>
    public async Task<Answer> FindOrRecord(Derivation derivation, Func<Task<IDerivationEvent>> compute, CancellationToken cancellation = default) =>
        await Find(derivation, cancellation) ?? await Record(await compute(), cancellation);

    /// <summary>Records a completed derivation: as the first history, as the equal one there is, or as a further one beside it.</summary>
    public async Task<Answer> Record(IDerivationEvent completed, CancellationToken cancellation = default)
    {
        var derivation = completed.Derivation;
        var key = derivation.Key;
        var ready = EventCatalogue.ToNew(completed);
        for (var attempt = 1; ; attempt++)
        {
            if (await store.Append(StreamNames.Of(derivation.Kind, key, attempt), 0, [ready], cancellation) is AppendResult.Appended)
            {
                return new Answer(completed, attempt, IsFound: false);
            }
        }
    }

    /// <summary>The recorded history of a training that may be continued: its number, and the steps it has; number of the next free one if there is none.</summary>
    public async Task<TrajectoryRecord> FindTrajectory(DerivationKey key, CancellationToken cancellation = default)
    {
        var standing = await StandingOf(key, cancellation);
        for (var attempt = 1; ; attempt++)
        {
            var stream = StreamNames.Of(Kinds.Train, key, attempt);
            var version = await store.VersionOf(stream, cancellation);
            if (version > 0 && standing.IsRefuted(attempt))
            {
                continue;
            }

            var last = version > 1 && await store.ReadEvent(stream, version, cancellation) is { } stored ? EventCatalogue.Read(stored) : null;
            return new TrajectoryRecord(stream, attempt, version, last as TrainingDiverged);
        }
    }

    private async Task<bool> IsOnRefutedTrajectory(IDerivationEvent completed, CancellationToken cancellation)
    {
        if (completed is not StateCaptured captured)
        {
            return false;
        }

        var (trajectory, step) = TakeState.Of(captured.Derivation);
        return (await StandingOf(trajectory, cancellation)).IsRefuted(captured.TrajectoryAttempt, step);
    }
}
