using Ledger.Application.Sealing;
using Ledger.Events.Merkle;
using Ledger.Events.Seals;
using Ledger.Store.Contract;

namespace Ledger.Application.Verification;

/// <summary>Compares a ledger with a seal that was kept elsewhere; means something only for a ledger whose stored tree was checked.</summary>
public sealed class KeptSealCheck(ILedgerStore store)
{
    /// <summary>The answer.</summary>
    public async Task<KeptSealAnswer> Check(KeptSeal kept, CancellationToken cancellation = default)
    {
        var seal = await Known(kept, cancellation);
        var trouble = Signature(kept, seal) ?? await Content(kept.Checkpoint, cancellation);
        return new KeptSealAnswer(kept.File, kept.Checkpoint, seal?.Key.Fingerprint, trouble is null ? null : new IntegrityFinding(IntegrityKind.SealBroken, $"{kept.File}: {trouble}"));
    }

    private async Task<Seal?> Known(KeptSeal kept, CancellationToken cancellation)
    {
        try
        {
            return await store.Under(kept.Note, kept.Trusted?.Key, cancellation);
        }
        catch (CorruptLedgerException)
        {
            // A recorded seal that cannot be read is a finding of its own; the kept one needs none of them.
            return null;
        }
    }

    private static string? Signature(KeptSeal kept, Seal? seal) => (seal, kept.Trusted) switch
    {
        ({ IsSigned: false }, _) => $"the seal is not signed by the key {seal.Key.Fingerprint}: it was changed, or another key made it",
        ({ } signed, { } trusted) when !trusted.IsOf(signed) => $"the seal is of the key {signed.Key.Fingerprint}, not of {trusted.Fingerprint}",
        (null, { } trusted) => $"the seal's key is not known here, so that it cannot be told whether it is {trusted.Fingerprint}; name the file of the public key with --key",
        _ => null,
    };

    private async Task<string?> Content(Checkpoint checkpoint, CancellationToken cancellation)
    {
        var events = await store.LastPosition(cancellation);
        if (events < checkpoint.Size)
        {
            return $"the seal covers {checkpoint.Size} events, this ledger has {events}: {checkpoint.Size - events} that were sealed are gone, or this is another ledger";
        }

        var root = await new MerkleTree(store).Root(checkpoint.Size, cancellation);
        return root == checkpoint.Root ? null : $"the seal says that the first {checkpoint.Size} events have root {checkpoint.Root}, here they have {root}: history was rewritten after it was sealed, or this is another ledger";
    }
}
