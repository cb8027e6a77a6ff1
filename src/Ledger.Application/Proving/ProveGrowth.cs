using Ledger.Application.Failures;
using Ledger.Application.Sealing;
using Ledger.Events.Merkle;
using Ledger.Events.Proofs;
using Ledger.Events.Seals;
using Ledger.Store.Contract;
using MediatR;

namespace Ledger.Application.Proving;

/// <summary>A file that shows that this ledger only grew between an older seal and its latest one.</summary>
/// <param name="Older">The file of a seal, or how many events a seal of this ledger covers.</param>
/// <param name="Key">The older seal's key, if this ledger does not know it; else null.</param>
public sealed record ProveGrowth(string Older, TrustedKey? Key = null) : IRequest<ProofFile>;

/// <summary>Handles <see cref="ProveGrowth"/>.</summary>
public sealed class ProveGrowthHandler(ILedgerStore store) : IRequestHandler<ProveGrowth, ProofFile>
{
    /// <inheritdoc/>
    public async Task<ProofFile> Handle(ProveGrowth request, CancellationToken cancellationToken)
    {
        var seals = await store.Seals(cancellationToken);
        var older = seals.LastOrDefault(recorded => $"{recorded.Seal.Checkpoint.Size}" == request.Older)?.Seal ?? await FromFile(request, cancellationToken);
        var newer = seals.Where(recorded => recorded.Seal.Checkpoint.Origin == older.Checkpoint.Origin).MaxBy(static recorded => recorded.Seal.Checkpoint.Size)?.Seal;
        if (newer is null || newer.Checkpoint.Size < older.Checkpoint.Size)
        {
            throw new EvidenceMissingException($"{store.Location} keeps no seal of {older.Checkpoint.Origin} over {older.Checkpoint.Size} events or more: `ledger seal` first, or `ledger verify --seal {request.Older}` if events are missing");
        }

        var path = await new MerkleTree(store).ConsistencyProof(older.Checkpoint.Size, newer.Checkpoint.Size, cancellationToken);
        var proof = new GrowthProof(SealText.Of(older), SealText.Of(newer), path.Path);
        return proof.Contradiction() is { } contradiction ? throw new CorruptLedgerException($"{store.Location}: {contradiction}") : ProofFile.Of(proof);
    }

    private async Task<Seal> FromFile(ProveGrowth request, CancellationToken cancellation) =>
        await store.Under(SealFile.Read(request.Older), request.Key?.Key, cancellation)
            ?? throw new EvidenceMissingException($"{request.Older}: {store.Location} does not know the key of this seal; name its public key with --key");
}
