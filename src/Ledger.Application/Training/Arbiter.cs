using Ledger.Application.Failures;
using Ledger.Application.History;
using Ledger.Events.Canonical;
using Ledger.Events.Derivations;
using Ledger.Events.Hashing;
using Ledger.Events.Recorded;
using Ledger.Store.Contract;
using Ledger.Tickets.Derivations;
using Ledger.Training.States;

namespace Ledger.Application.Training;

/// <summary>Settles who is right when a recorded step and a recomputed one differ: the reference kernels redo that step.</summary>
public sealed class Arbiter(IEventStore store, TrajectoryExecution execution)
{
    /// <summary>Records the dispute; if the reference agrees with what was found here, the recorded history is refuted.</summary>
    /// <param name="train">The trajectory.</param>
    /// <param name="attempt">Its recorded history.</param>
    /// <param name="recorded">The step as recorded.</param>
    /// <param name="found">The step as computed here.</param>
    /// <param name="before">The state before the step, on which both agree.</param>
    /// <param name="mask">The ticket's mask, or null.</param>
    /// <param name="cancellation">Stops before anything is recorded.</param>
    /// <exception cref="KernelFaultException">The reference contradicts this machine's fast kernels.</exception>
    public async Task Settle(Train train, int attempt, StepTrained recorded, StepTrained found, NetworkState before, WeightMask? mask, CancellationToken cancellation)
    {
        var key = train.Describe().Key;
        var reference = TrajectoryExecution.Recorded(found.Step, execution.ReferenceStep(train, before, mask, found.Step));
        if (reference != found)
        {
            throw new KernelFaultException(
                $"step {found.Step}: this machine's fast kernels contradict the reference kernels" + (reference == recorded ? ", which confirm the ledger" : "") + "; nothing was recorded, do not trust this machine's results");
        }

        await Refute(Kinds.Train, key, attempt, found.Step, recorded, found, cancellation);
    }

    /// <summary>Records that a derivation without steps came out differently; what was found here was computed by the reference.</summary>
    public Task Refute(string kind, DerivationKey key, int attempt, string recorded, string found, CancellationToken cancellation) =>
        Refute(kind, key, attempt, step: null, recorded, found, cancellation);

    /// <summary>Dispute and refutation in one append: no history is left disputed and unsettled.</summary>
    private Task Refute(string kind, DerivationKey key, int attempt, int? step, object recorded, object found, CancellationToken cancellation) => store.AppendAtEnd(
        StreamNames.Audit(key),
        [
            EventCatalogue.ToNew(new DerivationDisputed(kind, key, attempt, step, DigestOf(recorded), DigestOf(found))),
            EventCatalogue.ToNew(new DerivationRefuted(kind, key, attempt, step)),
        ],
        cancellation);

    private static Digest DigestOf(object claim) => Digest.Of(CanonicalJson.Serialize(claim));
}
