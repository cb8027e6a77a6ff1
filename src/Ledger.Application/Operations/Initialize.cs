using Ledger.Application.History;
using Ledger.Events.Recorded;
using Ledger.Store.Contract;
using Ledger.Tickets.Derivations;
using Ledger.Training.States;
using MediatR;

namespace Ledger.Application.Operations;

/// <summary>Draws a first state, or finds it.</summary>
public sealed record Initialize(InitializeWeights Operation) : IRequest<Answer>;

/// <summary>Handles <see cref="Initialize"/>.</summary>
public sealed class InitializeHandler(ILedgerStore store, DerivationLog log) : IRequestHandler<Initialize, Answer>
{
    /// <inheritdoc/>
    public Task<Answer> Handle(Initialize request, CancellationToken cancellationToken)
    {
        var derivation = request.Operation.Describe();
        return log.FindOrRecord(derivation, Draw, cancellation: cancellationToken);

        async Task<IDerivationEvent> Draw()
        {
            var state = Computation.Initialize(request.Operation);
            return new WeightsInitialized(derivation, await store.Put(BlobKind.State, StateFile.Write(state), cancellationToken));
        }
    }
}
