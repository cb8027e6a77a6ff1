using Ledger.Application.Failures;
using Ledger.Events.Canonical;
using Ledger.Events.Derivations;
using Ledger.Events.Hashing;
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
        return new Standing(
            [.. audits.OfType<DerivationRefuted>()], [.. audits.OfType<DerivationDisputed>()], [.. audits.OfType<HistoryImported>()], [.. audits.OfType<HistoryConfirmed>()]);
    }

    /// <summary>The completed derivation that may be answered from, or null.</summary>
    public async Task<Answer?> Find(Derivation derivation, CancellationToken cancellation = default)
    {
        var key = derivation.Key;
        var standing = await StandingOf(key, cancellation);
        for (var attempt = 1; await store.First<ILedgerEvent>(StreamNames.Of(derivation.Kind, key, attempt), cancellation) is IDerivationEvent completed; attempt++)
        {
            if (!standing.IsRefuted(attempt) && !standing.IsUnconfirmed(attempt) && !await IsOnRefutedTrajectory(completed, cancellation))
            {
                return new Answer(completed, attempt, IsFound: true);
            }
        }

        return null;
    }

    /// <summary>The recorded derivation that may be answered from; else it is computed and recorded.</summary>
    /// <param name="derivation">What is asked for.</param>
    /// <param name="compute">Computes it.</param>
    /// <param name="byReference">Computes it with the reference kernels, should an imported history contradict; null where <paramref name="compute"/> does.</param>
    /// <param name="cancellation">Stops before it is recorded.</param>
    public async Task<Answer> FindOrRecord(Derivation derivation, Func<Task<IDerivationEvent>> compute, Func<Task<IDerivationEvent>>? byReference = null, CancellationToken cancellation = default) =>
        await Find(derivation, cancellation) ?? await Record(await compute(), byReference, cancellation);

    /// <summary>Records a completed derivation: as the first history, as the equal one there is, or as a further one beside it. An imported history that is equal is confirmed, one that differs refuted.</summary>
    /// <exception cref="KernelFaultException">The reference kernels contradict what was computed.</exception>
    public async Task<Answer> Record(IDerivationEvent completed, Func<Task<IDerivationEvent>>? byReference = null, CancellationToken cancellation = default)
    {
        var derivation = completed.Derivation;
        var (kind, key) = (derivation.Kind, derivation.Key);
        var standing = await StandingOf(key, cancellation);
        var ready = EventCatalogue.ToNew(completed);
        for (var attempt = 1; ; attempt++)
        {
            if (await store.Append(StreamNames.Of(kind, key, attempt), 0, [ready], cancellation) is AppendResult.Appended)
            {
                await Confirm(kind, key, attempt, step: null, cancellation);
                return new Answer(completed, attempt, IsFound: false);
            }

            if (standing.IsUnconfirmed(attempt) && !standing.IsRefuted(attempt))
            {
                await Contradict(attempt, completed, byReference, cancellation);
            }
        }
    }

    /// <summary>Notes that an imported history was computed here and found equal; nothing where that is known, or it was not imported.</summary>
    public async Task Confirm(string kind, DerivationKey key, int attempt, int? step, CancellationToken cancellation = default)
    {
        if ((await StandingOf(key, cancellation)).IsUnconfirmed(attempt, step))
        {
            await store.AppendAtEnd(StreamNames.Audit(key), [EventCatalogue.ToNew(new HistoryConfirmed(kind, key, attempt, step))], cancellation);
        }
    }

    /// <summary>Records that a history was contradicted by the reference. Dispute and refutation in one append: no history is left disputed and unsettled.</summary>
    public Task Refute(string kind, DerivationKey key, int attempt, int? step, object recorded, object found, CancellationToken cancellation = default) => store.AppendAtEnd(
        StreamNames.Audit(key),
        [
            EventCatalogue.ToNew(new DerivationDisputed(kind, key, attempt, step, DigestOf(recorded), DigestOf(found))),
            EventCatalogue.ToNew(new DerivationRefuted(kind, key, attempt, step)),
        ],
        cancellation);

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
            return new TrajectoryRecord(stream, attempt, version, last as TrainingDiverged, IsProven: last is not TrainingDiverged end || !standing.IsUnconfirmed(attempt, end.Step));
        }
    }

    private async Task Contradict(int attempt, IDerivationEvent found, Func<Task<IDerivationEvent>>? byReference, CancellationToken cancellation)
    {
        var (kind, key) = (found.Derivation.Kind, found.Derivation.Key);
        var recorded = await store.First<ILedgerEvent>(StreamNames.Of(kind, key, attempt), cancellation);
        if (recorded is StateCaptured && await IsOnRefutedTrajectory((IDerivationEvent)recorded, cancellation))
        {
            return;
        }

        if (byReference is not null && DigestOf(await byReference()) != DigestOf(found))
        {
            throw new KernelFaultException($"{kind} {key.Digest.ToShortString()}: this machine's fast kernels contradict the reference kernels; nothing was recorded, do not trust this machine's results");
        }

        await Refute(kind, key, attempt, step: null, recorded!, found, cancellation);
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

    private static Digest DigestOf(object claim) => Digest.Of(CanonicalJson.Serialize(claim));
}
