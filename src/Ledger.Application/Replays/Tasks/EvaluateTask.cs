using Ledger.Application.Failures;
using Ledger.Application.Replays.Recorded;
using Ledger.Events.Hashing;
using Ledger.Events.Recorded;
using Ledger.Tickets.Derivations;
using Ledger.Tickets.Results;
using Ledger.Training.Execution;
using Ledger.Training.Networks;

namespace Ledger.Application.Replays.Tasks;

/// <summary>Evaluates a state again.</summary>
internal sealed class EvaluateTask(RecordedUse recorded) : ReplayTask
{
    private readonly Evaluate _operation = Evaluate.Of(recorded.Completed.Derivation);

    /// <inheritdoc/>
    public override IReadOnlyList<Digest> Needs => _operation.Mask is { } mask ? [_operation.State, mask] : [_operation.State];

    /// <inheritdoc/>
    public override Digest? Makes => null;

    /// <inheritdoc/>
    public override NetworkDescription Network => _operation.Network;

    /// <inheritdoc/>
    public override double Work => _operation.Samples.Count * Weights;

    /// <inheritdoc/>
    public override async Task<TaskOutcome?> Run(ReplayBench bench, Func<bool> isWanted, CancellationToken cancellation)
    {
        var evaluated = (TicketEvaluated)recorded.Completed;
        var state = await bench.Materials.State(Network, _operation.State, cancellation);
        var mask = await bench.Materials.Mask(Network, _operation.Mask, cancellation);
        var found = bench.Evaluate(bench.Devices.CreateFast(), _operation, state, mask);
        var output = EvaluationDigest.Of(found);
        var claimed = new Evaluation(evaluated.Correct, evaluated.Total, evaluated.Loss);
        if (found == claimed && evaluated.Output == output)
        {
            return new TaskOutcome(output);
        }

        return bench.Arbiter is null || bench.Evaluate(bench.Devices.CreateReference(), _operation, state, mask) == found
            ? new TaskOutcome(output, Finding: recorded.Refuted(claimed.ToString(), found.ToString()))
            : throw KernelFaultException.In($"evaluation of state {_operation.State.ToShortString()}", bench.Lockstep.Evaluate(_operation, state, mask));
    }
}
