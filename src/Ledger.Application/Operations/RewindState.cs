using Ledger.Application.History;
using Ledger.Application.Materials;
using Ledger.Events.Hashing;
using Ledger.Events.Recorded;
using Ledger.Store.Contract;
using Ledger.Tickets.Derivations;
using Ledger.Training.States;
using MediatR;

namespace Ledger.Application.Operations;

/// <summary>Makes the state that a ticket trains from, or finds it.</summary>
public sealed record RewindState(RewindWeights Operation) : IRequest<Answer>;

/// <summary>Handles <see cref="RewindState"/>.</summary>
public sealed class RewindStateHandler(ILedgerStore store, DerivationLog log, MaterialStore materials) : IRequestHandler<RewindState, Answer>
{
    /// <inheritdoc/>
    public Task<Answer> Handle(RewindState request, CancellationToken cancellationToken)
    {
        var operation = request.Operation;
        var derivation = operation.Describe();
        return log.FindOrRecord(derivation, Rewind, cancellation: cancellationToken);

        async Task<IDerivationEvent> Rewind()
        {
            var mask = (await materials.Mask(operation.Network, operation.Mask, cancellationToken))!;
            var state = Computation.Rewind(operation, mask, await materials.State(operation.Network, operation.State, cancellationToken));
            var digest = await store.Put(BlobKind.State, StateFile.Write(state), cancellationToken);
            var ticket = Digest.Of(StateFile.WriteTicket(state, mask));
            return new WeightsRewound(derivation, digest, ticket);
        }
    }
}
