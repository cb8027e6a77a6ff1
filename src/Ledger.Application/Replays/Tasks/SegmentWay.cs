using Ledger.Application.Failures;
using Ledger.Application.Replays.Recorded;
using Ledger.Application.Training;
using Ledger.Events.Hashing;
using Ledger.Store.Contract;
using Ledger.Tickets.Derivations;
using Ledger.Training.States;

namespace Ledger.Application.Replays.Tasks;

/// <summary>The way through a segment, gone again to settle who is wrong where it parts from the record.</summary>
/// <param name="Trajectory">The recorded training.</param>
/// <param name="Start">The state it begins from, on which all agree.</param>
/// <param name="Mask">The ticket's mask, or null.</param>
/// <param name="From">Steps that led to the start.</param>
internal sealed record SegmentWay(RecordedTrajectory Trajectory, NetworkState Start, WeightMask? Mask, int From)
{
    /// <summary>A step differs: the record is refuted, with the first element of the next stored state that differs.</summary>
    /// <exception cref="KernelFaultException">This machine is wrong.</exception>
    public async Task<Finding> Settle(ReplayBench bench, StepDifference difference, string place, CancellationToken cancellation)
    {
        var (step, recorded, found) = difference;
        if (bench.Arbiter is { } arbiter)
        {
            bench.Counter.Settle(step - From);
            arbiter.Judge(Trajectory.Train, difference, Start, Mask, From, cancellation);
        }

        var finding = new Finding(
            new ReplayDifference(Round: 0, Kinds.Train, step, place, SegmentRecord.Text(recorded), SegmentRecord.Text(found), ReplayVerdict.Refuted),
            new Refutation(Kinds.Train, Trajectory.Key, Trajectory.Attempt, step, Arbiter.Claim(recorded, step), Arbiter.Claim(found, step)));
        return found is null ? finding : await Locate(bench, finding, step, cancellation);
    }

    /// <summary>Every step is equal, and the state after them is not: the record is refuted, with the first element that differs.</summary>
    /// <exception cref="KernelFaultException">This machine is wrong.</exception>
    public async Task<Finding> Settle(ReplayBench bench, RecordedState end, Digest found, NetworkState computed, CancellationToken cancellation)
    {
        if (bench.Arbiter is not null)
        {
            bench.Counter.Settle(end.Step - From);
            var again = bench.Lockstep.Train(Trajectory.Train, Start, Mask, From, compareFrom: From + 1, end.Step, cancellation);
            if (again.Mismatch is not null || Digest.Of(StateFile.Write(again.State)) == end.Output)
            {
                throw KernelFaultException.In($"the state after step {end.Step}", again.Mismatch);
            }
        }

        var (claimed, computedDigest) = (end.Output.ToString(), found.ToString());
        return new Finding(
            new ReplayDifference(Round: 0, Kinds.State, end.Step, end.Place, claimed, computedDigest, ReplayVerdict.Refuted),
            new Refutation(Kinds.State, end.Key, end.Attempt, Step: null, claimed, computedDigest))
            .At(await bench.Store.Compare(computed, end.Output, cancellation), end.Step);
    }

    /// <summary>A state is recorded where the training had diverged: the state is refuted.</summary>
    /// <exception cref="KernelFaultException">This machine is wrong.</exception>
    public Finding Settle(ReplayBench bench, RecordedState end, int divergedAt, CancellationToken cancellation)
    {
        if (bench.Arbiter is not null)
        {
            bench.Counter.Settle(divergedAt - From);
            if (bench.Lockstep.Train(Trajectory.Train, Start, Mask, From, compareFrom: From + 1, divergedAt, cancellation).Mismatch is { } mismatch)
            {
                throw KernelFaultException.At(divergedAt, mismatch, isRecordConfirmed: false);
            }
        }

        var (claimed, found) = (end.Output.ToString(), $"no state: the training diverges at step {divergedAt}");
        return new Finding(
            new ReplayDifference(Round: 0, Kinds.State, end.Step, end.Place, claimed, found, ReplayVerdict.Refuted),
            new Refutation(Kinds.State, end.Key, end.Attempt, Step: null, claimed, found));
    }

    /// <summary>Looks for the first recorded state at or after a step that is stored, and trains on to it.</summary>
    private async Task<Finding> Locate(ReplayBench bench, Finding finding, int step, CancellationToken cancellation)
    {
        foreach (var recorded in Trajectory.States.Values.Where(state => state.Step >= step))
        {
            if (await bench.Store.Has(recorded.Output, cancellation) && StateAt(bench, recorded.Step, cancellation) is { } computed
                && await bench.Store.Compare(computed, recorded.Output, cancellation) is { } element)
            {
                return finding.At(element, recorded.Step);
            }
        }

        return finding;
    }

    private NetworkState? StateAt(ReplayBench bench, int step, CancellationToken cancellation)
    {
        NetworkState? state = null;
        foreach (var chunk in bench.Execution.Run(Trajectory.Train, Start, Mask, From, step, cancellation))
        {
            state = chunk.DivergedAt is null && chunk.Steps[^1].Step == step ? chunk.Capture() : null;
        }

        return state;
    }
}
