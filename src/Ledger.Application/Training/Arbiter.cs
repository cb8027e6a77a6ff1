using Ledger.Application.Failures;
using Ledger.Application.History;
using Ledger.Events.Recorded;
using Ledger.Tickets.Derivations;
using Ledger.Training.States;

namespace Ledger.Application.Training;

/// <summary>Settles who is right when a recorded step and a recomputed one differ: the reference kernels redo that step.</summary>
public sealed class Arbiter(DerivationLog log, TrajectoryExecution execution)
{
    /// <summary>Records the dispute; if the reference agrees with what was found here, the recorded history is refuted.</summary>
    /// <param name="train">The trajectory.</param>
    /// <param name="attempt">Its recorded history.</param>
    /// <param name="difference">The step as recorded and as computed here.</param>
    /// <param name="before">The state before the step, on which both agree.</param>
    /// <param name="mask">The ticket's mask, or null.</param>
    /// <param name="cancellation">Stops before anything is recorded.</param>
    /// <exception cref="KernelFaultException">The reference contradicts this machine's fast kernels.</exception>
    public async Task Settle(Train train, int attempt, StepDifference difference, NetworkState before, WeightMask? mask, CancellationToken cancellation)
    {
        var (step, recorded, found) = difference;
        if (found is not null && TrajectoryExecution.Recorded(step, execution.ReferenceStep(train, before, mask, step)) is var reference && reference != found)
        {
            throw new KernelFaultException(
                $"step {step}: this machine's fast kernels contradict the reference kernels" + (reference == recorded ? ", which confirm the ledger" : "") + "; nothing was recorded, do not trust this machine's results");
        }

        await log.Refute(Kinds.Train, train.Describe().Key, attempt, step, Claim(recorded, step), Claim(found, step), cancellation);
    }

    private static ILedgerEvent Claim(StepTrained? trained, int step) => trained is null ? new TrainingDiverged(step) : trained;
}
