using Ledger.Application.Failures;
using Ledger.Application.History;
using Ledger.Events.Merkle;
using Ledger.Events.Recorded;
using Ledger.Events.Seals;
using Ledger.Store.Contract;
using MediatR;

namespace Ledger.Application.Sealing;

/// <summary>Signs the root over all events so far and records that.</summary>
/// <param name="Key">The ledger's key.</param>
public sealed record SealLedger(SealKey Key) : IRequest<SealReport>;

/// <summary>Handles <see cref="SealLedger"/>.</summary>
public sealed class SealLedgerHandler(ILedgerStore store) : IRequestHandler<SealLedger, SealReport>
{
    private readonly MerkleTree _tree = new(store);

    /// <inheritdoc/>
    public async Task<SealReport> Handle(SealLedger request, CancellationToken cancellationToken)
    {
        var size = await store.LastPosition(cancellationToken);
        if (size == 0)
        {
            throw new NotFoundException($"{store.Location} holds no events yet: there is nothing to seal");
        }

        await RequireGrowth(request.Key, size, cancellationToken);
        var root = await _tree.Root(size, cancellationToken);
        var seal = request.Key.Sign(new Checkpoint(request.Key.Origin, size, root));
        await store.AppendAtEnd(StreamNames.Seals(seal.Key), [EventCatalogue.ToNew(LedgerSealed.Of(seal))], cancellationToken);
        return new SealReport(store.Location, SealedRoot.Of(seal), seal.ToString());
    }

    /// <summary>A key that signed two histories would vouch for neither.</summary>
    private async Task RequireGrowth(SealKey key, long size, CancellationToken cancellation)
    {
        var last = (await store.Seals(cancellation)).LastOrDefault(recorded => recorded.Stream == StreamNames.Seals(key.Public));
        if (last is { Seal.Checkpoint: var before } && (before.Size > size || await _tree.Root(before.Size, cancellation) != before.Root))
        {
            throw new CorruptLedgerException($"{store.Location}: the first {before.Size} events are not those that {last.Stream}, version {last.Version}, sealed; nothing was sealed, `ledger verify` lists what is damaged");
        }
    }
}
