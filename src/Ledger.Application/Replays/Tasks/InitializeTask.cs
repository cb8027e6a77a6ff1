using Ledger.Application.Operations;
using Ledger.Application.Replays.Recorded;
using Ledger.Events.Hashing;
using Ledger.Tickets.Derivations;
using Ledger.Training.Networks;
using Ledger.Training.States;

namespace Ledger.Application.Replays.Tasks;

/// <summary>Draws a first state again.</summary>
internal sealed class InitializeTask(RecordedUse recorded) : ReplayTask
{
    private readonly InitializeWeights _operation = InitializeWeights.Of(recorded.Completed.Derivation);

    /// <inheritdoc/>
    public override IReadOnlyList<Digest> Needs => [];

    /// <inheritdoc/>
    public override Digest? Makes => recorded.Completed.Output;

    /// <inheritdoc/>
    public override NetworkDescription Network => _operation.Network;

    /// <inheritdoc/>
    public override double Work => Weights;

    /// <inheritdoc/>
    public override async Task<TaskOutcome?> Run(ReplayBench bench, Func<bool> isWanted, CancellationToken cancellation)
    {
        var state = Computation.Initialize(_operation);
        var digest = Digest.Of(StateFile.Write(state));
        if (digest != recorded.Completed.Output)
        {
            return new TaskOutcome(digest, Finding: recorded.Refuted(recorded.Completed.Output.ToString(), digest.ToString()).At(await bench.Store.Compare(state, recorded.Completed.Output, cancellation)));
        }

        bench.Materials.Hold(digest, state);
        return new TaskOutcome(digest);
    }
}
