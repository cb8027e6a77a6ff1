using Ledger.Application.Failures;
using Ledger.Application.Sealing;
using Ledger.Events.Proofs;
using Ledger.Events.Seals;

namespace Ledger.Application.Proving;

/// <summary>What a proof file shows; nothing but the file is needed to tell.</summary>
/// <param name="File">The file.</param>
/// <param name="Contradiction">Why it proves nothing, or null if it proves what it says.</param>
/// <param name="IsTrusted">True if the seals are of the key that the user trusts, null if the user named none.</param>
/// <param name="Seals">The seals that vouch for it, the latest last.</param>
/// <param name="Event">The event that stood in the ledger, if it is about one.</param>
/// <param name="Position">Its place among all events, from 1.</param>
public sealed record ProofAnswer(string File, string? Contradiction, bool? IsTrusted, IReadOnlyList<SealedRoot> Seals, ProvenEvent? Event = null, long? Position = null)
{
    /// <summary>True if nothing contradicts it.</summary>
    public bool Holds => Contradiction is null;

    /// <summary>Checks a file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="trusted">The key that must have signed, or null for any.</param>
    /// <exception cref="NotFoundException">There is no such file.</exception>
    /// <exception cref="MalformedProofException">It holds no proof, or was changed.</exception>
    public static ProofAnswer Of(string path, TrustedKey? trusted)
    {
        if (!System.IO.File.Exists(path))
        {
            throw new NotFoundException($"{path}: no such proof; `ledger prove` writes one");
        }

        var proof = Read(path);
        var seals = SealsOf(proof);
        var foreign = trusted is null ? null : seals.FirstOrDefault(seal => !trusted.IsOf(seal));
        return new ProofAnswer(
            path,
            proof.Contradiction() ?? (foreign is null ? null : $"it is sealed by the key {foreign.Key.Fingerprint}, not by {trusted!.Fingerprint}"),
            trusted is null ? null : foreign is null,
            [.. seals.Select(SealedRoot.Of)],
            proof.Inclusion?.Event,
            proof.Inclusion?.Index + 1);
    }

    private static ProofFile Read(string path)
    {
        try
        {
            return ProofFile.Read(System.IO.File.ReadAllBytes(path));
        }
        catch (MalformedProofException exception)
        {
            throw new MalformedProofException($"{path}: {exception.Message}", exception);
        }
    }

    private static IReadOnlyList<Seal> SealsOf(ProofFile proof) => proof.Consistency is { } growth
        ? [growth.Older.ToSeal(), growth.Newer.ToSeal()]
        : [proof.Inclusion!.Seal.ToSeal()];
}
