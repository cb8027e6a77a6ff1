using Ledger.Application.Operations;
using Ledger.Application.Replays.Recorded;
using Ledger.Events.Hashing;
using Ledger.Events.Recorded;
using Ledger.Tickets.Derivations;
using Ledger.Training.Networks;
using Ledger.Training.States;

namespace Ledger.Application.Replays.Tasks;

/// <summary>Makes the state that a ticket trains from again.</summary>
internal sealed class RewindTask(RecordedUse recorded) : ReplayTask
{
    private readonly RewindWeights _operation = RewindWeights.Of(recorded.Completed.Derivation);

    /// <inheritdoc/>
    public override IReadOnlyList<Digest> Needs => [_operation.Mask, _operation.State];

    /// <inheritdoc/>
    public override Digest? Makes => recorded.Completed.Output;

    /// <inheritdoc/>
    public override NetworkDescription Network => _operation.Network;

    /// <inheritdoc/>
    public override double Work => Weights;

    /// <inheritdoc/>
    public override async Task<TaskOutcome?> Run(ReplayBench bench, Func<bool> isWanted, CancellationToken cancellation)
    {
        var rewound = (WeightsRewound)recorded.Completed;
        var mask = (await bench.Materials.Mask(Network, _operation.Mask, cancellation))!;
        var state = Computation.Rewind(_operation, mask, await bench.Materials.State(Network, _operation.State, cancellation));
        var digest = Digest.Of(StateFile.Write(state));
        if (digest != rewound.Output)
        {
            return new TaskOutcome(digest, Finding: recorded.Refuted(rewound.Output.ToString(), digest.ToString()).At(await bench.Store.Compare(state, rewound.Output, cancellation)));
        }

        bench.Materials.Hold(digest, state);
        var ticket = Digest.Of(StateFile.WriteTicket(state, mask));
        return new TaskOutcome(digest, Finding: ticket == rewound.Ticket ? null : recorded.Refuted(rewound.Ticket.ToString(), ticket.ToString()));
    }
}
