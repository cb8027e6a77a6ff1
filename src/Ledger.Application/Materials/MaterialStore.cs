using Ledger.Application.Failures;
using Ledger.Application.Operations;
using Ledger.Application.Training;
using Ledger.Events.Hashing;
using Ledger.Events.Recorded;
using Ledger.Store.Contract;
using Ledger.Tickets.Derivations;
using Ledger.Training.Networks;
using Ledger.Training.States;

namespace Ledger.Application.Materials;

/// <summary>States and masks by digest: from the blobs, or made again where they are no longer stored.</summary>
public sealed class MaterialStore(ILedgerStore store, RebuildPlanner planner, TrajectoryExecution execution)
{
    /// <summary>The state of a digest.</summary>
    public async Task<NetworkState> State(NetworkDescription network, Digest digest, CancellationToken cancellation = default) =>
        StateFile.ReadState(network, await Bytes(digest, cancellation));

    /// <summary>The parameters of a state, in global order.</summary>
    public async Task<float[]> Parameters(NetworkDescription network, Digest state, CancellationToken cancellation = default) =>
        StateFile.ReadParameters(network, await Bytes(state, cancellation));

    /// <summary>The mask of a digest; null for null, the dense network.</summary>
    public async Task<WeightMask?> Mask(NetworkDescription network, Digest? digest, CancellationToken cancellation = default) =>
        digest is { } present ? StateFile.ReadMask(network, await Bytes(present, cancellation)) : null;

    /// <summary>Makes everything of a plan again, in order, and stores it; each output must have its recorded digest.</summary>
    /// <param name="plan">From the planner.</param>
    /// <param name="done">Told each derivation when it is done.</param>
    /// <param name="cancellation">Stops between derivations and within trainings.</param>
    /// <exception cref="DifferingResultException">An output has another digest than recorded.</exception>
    public async Task Execute(IReadOnlyList<PlannedDerivation> plan, Action<PlannedDerivation>? done = null, CancellationToken cancellation = default)
    {
        foreach (var planned in plan)
        {
            var (kind, bytes) = await Make(planned, cancellation);
            if (Digest.Of(bytes) != planned.Output)
            {
                throw new DifferingResultException($"{planned.Description}: came out as {Digest.Of(bytes).ToShortString()}; replay the run to find the first difference");
            }

            await store.Put(kind, bytes, cancellation);
            done?.Invoke(planned);
        }
    }

    private async Task<byte[]> Bytes(Digest digest, CancellationToken cancellation)
    {
        if (await store.Get(digest, cancellation) is { } stored)
        {
            return stored;
        }

        await Execute(await planner.Plan([digest], cancellation), done: null, cancellation);
        return await store.Get(digest, cancellation) ?? throw new EvidenceMissingException($"{digest} was rebuilt and vanished again");
    }

    private async Task<(BlobKind Kind, byte[] Bytes)> Make(PlannedDerivation planned, CancellationToken cancellation)
    {
        var derivation = planned.Maker.Derivation;
        switch (planned.Maker)
        {
            case WeightsInitialized:
                return (BlobKind.State, StateFile.Write(Computation.Initialize(InitializeWeights.Of(derivation))));
            case WeightsRewound:
                var rewind = RewindWeights.Of(derivation);
                return (BlobKind.State, StateFile.Write(Computation.Rewind(rewind, (await Mask(rewind.Network, rewind.Mask, cancellation))!, await State(rewind.Network, rewind.State, cancellation))));
            case MaskDrawn:
                var draw = DrawMask.Of(derivation);
                var network = draw.Rule.Network;
                return (BlobKind.Mask, StateFile.Write(Computation.DrawMask(draw, await Mask(network, draw.Previous, cancellation), await State(network, draw.Final, cancellation)).Mask));
            default:
                var (train, from) = (planned.Train!, planned.From!.Value);
                var start = await State(train.Recipe.Network, from, cancellation);
                var mask = await Mask(train.Recipe.Network, train.Mask, cancellation);
                return (BlobKind.State, StateFile.Write(execution.StateAt(train, start, mask, planned.FromStep, planned.FromStep + planned.Steps, cancellation)));
        }
    }
}
