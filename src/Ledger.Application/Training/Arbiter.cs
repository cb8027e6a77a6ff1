using Ledger.Application.Failures;
using Ledger.Application.History;
using Ledger.Application.Replays.Bisection;
using Ledger.Events.Recorded;
using Ledger.Tickets.Derivations;
using Ledger.Training.States;

namespace Ledger.Application.Training;

/// <summary>Settles who is right when a recorded step and a recomputed one differ: the reference kernels redo the training.</summary>
public sealed class Arbiter(DerivationLog log, TrajectoryExecution execution, Lockstep lockstep)
{
    /// <summary>Records the dispute; if the reference agrees with what was found here, the recorded history is refuted.</summary>
    /// <param name="train">The trajectory.</param>
    /// <param name="attempt">Its recorded history.</param>
    /// <param name="difference">The step as recorded and as computed here.</param>
    /// <param name="start">A state before the step, on which both agree.</param>
    /// <param name="mask">The ticket's mask, or null.</param>
    /// <param name="from">Steps that led to <paramref name="start"/>.</param>
    /// <param name="cancellation">Stops before anything is recorded.</param>
    /// <exception cref="KernelFaultException">The reference contradicts this machine's fast kernels.</exception>
    public async Task Settle(Train train, int attempt, StepDifference difference, NetworkState start, WeightMask? mask, int from, CancellationToken cancellation)
    {
        Judge(train, difference, start, mask, from, cancellation);
        var (step, recorded, found) = difference;
        await log.Refute(Kinds.Train, train.Describe().Key, attempt, step, Claim(recorded, step), Claim(found, step), cancellation);
    }

    /// <summary>Does nothing if the reference agrees with what was found here: then the record is wrong.</summary>
    /// <exception cref="KernelFaultException">The reference contradicts this machine's fast kernels; the message names operation and element.</exception>
    public void Judge(Train train, StepDifference difference, NetworkState start, WeightMask? mask, int from, CancellationToken cancellation)
    {
        var (step, recorded, found) = difference;
        if (found is not null)
        {
            var before = execution.StateAt(train, start, mask, from, step - 1, cancellation);
            var reference = TrajectoryExecution.Recorded(step, execution.ReferenceStep(train, before, mask, step));
            if (reference != found)
            {
                var mismatch = lockstep.Train(train, start, mask, from, compareFrom: step, step, cancellation).Mismatch;
                throw KernelFaultException.At(step, mismatch, isRecordConfirmed: reference == recorded);
            }
        }

        // A wrong velocity shows in a later step's parameters: only the whole way tells that this machine went it rightly.
        if (lockstep.Train(train, start, mask, from, compareFrom: from + 1, step, cancellation).Mismatch is { } hidden)
        {
            throw KernelFaultException.At(step, hidden, isRecordConfirmed: false);
        }
    }

    /// <summary>What is recorded of a step, or that there the training diverged.</summary>
    public static ILedgerEvent Claim(StepTrained? trained, int step) => trained is null ? new TrainingDiverged(step) : trained;
}
