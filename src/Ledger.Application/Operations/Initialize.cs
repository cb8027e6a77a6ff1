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
    public async Task<Answer> Handle(Initialize request, CancellationToken cancellationToken)
    {
        var derivation = request.Operation.Describe();
        return await log.Find(derivation, cancellationToken)
            ?? await log.Record(new WeightsInitialized(derivation, await Draw(request.Operation, cancellationToken)), cancellationToken);
    }

    private async Task<Events.Hashing.Digest> Draw(InitializeWeights operation, CancellationToken cancellation) =>
        await store.Put(BlobKind.State, StateFile.Write(Computation.Initialize(operation)), cancellation);
}
