using System.Text.Json;
using Ledger.Events.Canonical;
using Ledger.Events.Hashing;
using Ledger.Events.Merkle;
using Ledger.Store.Contract;

namespace Ledger.Application.Verification;

/// <summary>How far a ledger was found to be as it was written, kept beside it: from there on an audit knows what it need not check again.</summary>
public static class LastVerification
{
    /// <summary>Under which name it is kept.</summary>
    public const string Name = "last_verification";

    private const int Form = 1;

    /// <summary>What is kept, or null.</summary>
    public static async Task<VerifiedExtent?> Load(ILedgerStore store, CancellationToken cancellation = default)
    {
        if (await store.Models.Load(Name, cancellation) is not { Form: Form } kept)
        {
            return null;
        }

        try
        {
            return new VerifiedExtent(kept.Position, CanonicalJson.Deserialize<Content>(kept.Content.Span).Root);
        }
        catch (JsonException)
        {
            // A note that cannot be read was altered like one that says something else: no ledger has this root.
            return new VerifiedExtent(kept.Position, default);
        }
    }

    /// <summary>Keeps how far a verification came that found nothing.</summary>
    public static Task Keep(ILedgerStore store, VerifiedExtent extent, CancellationToken cancellation = default) =>
        extent.Size == 0 ? Task.CompletedTask : store.Models.Save(new KeptModel(Name, Form, extent.Size, CanonicalJson.Serialize(new Content(extent.Root))), cancellation);

    /// <summary>What is wrong if the events that were verified are not those of now, else null.</summary>
    public static async Task<string?> Alteration(ILedgerStore store, VerifiedExtent? verified, CancellationToken cancellation = default)
    {
        if (verified is not { } extent)
        {
            return null;
        }

        var last = await store.LastPosition(cancellation);
        var isHere = extent.Size > 0 && extent.Size <= last;
        var root = isHere ? await new MerkleTree(store).Root(extent.Size, cancellation) : default;
        return isHere && root == extent.Root
            ? null
            : $"positions 1 to {extent.Size} had root {extent.Root.ToShortString()} when they were last verified, {(isHere ? $"now they have {root.ToShortString()}" : $"now there are {last}")}: history was rewritten since, or the note of it was; `ledger verify --seal` compares with a seal kept elsewhere; where that finds nothing, `ledger store refresh` forgets the note";
    }

    private sealed record Content(Digest Root);
}
