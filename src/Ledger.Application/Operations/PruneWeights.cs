using Ledger.Application.History;
using Ledger.Application.Materials;
using Ledger.Events.Recorded;
using Ledger.Store.Contract;
using Ledger.Tickets.Derivations;
using Ledger.Training.States;
using MediatR;

namespace Ledger.Application.Operations;

/// <summary>Prunes a mask further, or finds the pruned one.</summary>
public sealed record PruneWeights(DrawMask Operation) : IRequest<Answer>;

/// <summary>Handles <see cref="PruneWeights"/>.</summary>
public sealed class PruneWeightsHandler(ILedgerStore store, DerivationLog log, MaterialStore materials) : IRequestHandler<PruneWeights, Answer>
{
    /// <inheritdoc/>
    public Task<Answer> Handle(PruneWeights request, CancellationToken cancellationToken)
    {
        var operation = request.Operation;
        var derivation = operation.Describe();
        return log.FindOrRecord(derivation, Prune, cancellation: cancellationToken);

        async Task<IDerivationEvent> Prune()
        {
            var network = operation.Rule.Network;
            var previous = await materials.Mask(network, operation.Previous, cancellationToken);
            var final = await materials.State(network, operation.Final, cancellationToken);
            var (mask, layers) = Computation.DrawMask(operation, previous, final);
            var digest = await store.Put(BlobKind.Mask, StateFile.Write(mask), cancellationToken);
            return new MaskDrawn(derivation, digest, layers);
        }
    }
}
