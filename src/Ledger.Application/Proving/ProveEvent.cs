using Ledger.Application.Failures;
using Ledger.Application.Sealing;
using Ledger.Events.Hashing;
using Ledger.Events.Merkle;
using Ledger.Events.Proofs;
using Ledger.Events.Streams;
using Ledger.Store.Contract;
using MediatR;

namespace Ledger.Application.Proving;

/// <summary>A file that shows that an event stood in this ledger when it was sealed last.</summary>
/// <param name="Event">As <see cref="EventResolver"/> reads it.</param>
public sealed record ProveEvent(string Event) : IRequest<ProofFile>;

/// <summary>Handles <see cref="ProveEvent"/>.</summary>
public sealed class ProveEventHandler(EventResolver events) : IRequestHandler<ProveEvent, ProofFile>
{
    /// <inheritdoc/>
    public async Task<ProofFile> Handle(ProveEvent request, CancellationToken cancellationToken)
    {
        var (store, stored) = await events.Resolve(request.Event, cancellationToken);
        var seal = (await store.Seals(cancellationToken)).Where(recorded => recorded.Seal.Checkpoint.Size >= stored.Position).MaxBy(static recorded => recorded.Seal.Checkpoint.Size)?.Seal
            ?? throw new EvidenceMissingException($"{stored.Stream}, version {stored.Version} (position {stored.Position}) is covered by no seal yet: `ledger seal` first, then prove it");
        var path = await new MerkleTree(store).InclusionProof(stored.Position - 1, seal.Checkpoint.Size, cancellationToken);
        var proof = new EventProof(ProvenEvent.Of(stored, await Previous(store, stored, cancellationToken)), path.Index, path.Path, SealText.Of(seal));
        return proof.Contradiction() is { } contradiction
            ? throw new CorruptLedgerException($"{store.Location}: {stored.Stream}, version {stored.Version}: {contradiction}; `ledger verify` lists what is damaged")
            : ProofFile.Of(proof);
    }

    private static async Task<Digest> Previous(IEventStore store, StoredEvent stored, CancellationToken cancellation) =>
        stored.Version == 1 ? default : (await store.ReadEvent(stored.Stream, stored.Version - 1, cancellation))?.Hash ?? default;
}
