using System.Text.Json;
using Ledger.Application.Failures;
using Ledger.Application.Sealing;
using Ledger.Events.Attestations;
using Ledger.Events.Canonical;
using Ledger.Events.Claims;
using Ledger.Events.Proofs;

namespace Ledger.Application.Claims.Attesting;

/// <summary>What a signed audit says, and whether the key that the reader trusts signed it; no ledger is needed.</summary>
/// <param name="File">The file.</param>
/// <param name="IsSigned">True if the trusted key signed it.</param>
/// <param name="Fingerprint">Of that key.</param>
/// <param name="Statement">What it says.</param>
public sealed record AttestationAnswer(string File, bool IsSigned, string Fingerprint, InTotoStatement Statement)
{
    /// <summary>True if it is signed and every claim in it holds.</summary>
    public bool Holds => IsSigned && Statement.Predicate.Verdict == ClaimVerdict.Holds;

    /// <summary>Reads and checks a file.</summary>
    /// <exception cref="NotFoundException">There is no such file.</exception>
    /// <exception cref="EvidenceMissingException">The key is known by its fingerprint only.</exception>
    /// <exception cref="MalformedProofException">It holds no signed audit.</exception>
    public static AttestationAnswer Of(string file, TrustedKey trusted)
    {
        if (!System.IO.File.Exists(file))
        {
            throw new NotFoundException($"{file}: no such attestation; `ledger audit CLAIMS --attest FILE` writes one");
        }

        var key = trusted.Key ?? throw new EvidenceMissingException($"an attestation does not hold its key: name the file of the public key with --key, not {trusted.Fingerprint}");
        try
        {
            var envelope = Envelope.Parse(System.IO.File.ReadAllBytes(file));
            return new AttestationAnswer(file, envelope.IsSignedBy(key), key.Fingerprint, Read(envelope));
        }
        catch (FormatException exception)
        {
            throw new MalformedProofException($"{file}: {exception.Message}", exception);
        }
    }

    private static InTotoStatement Read(Envelope envelope)
    {
        try
        {
            var statement = CanonicalJson.Deserialize<InTotoStatement>(envelope.Document());
            return envelope.PayloadType == Envelope.InToto && statement is { Type: InTotoStatement.Form, PredicateType: InTotoStatement.ClaimAudit }
                ? statement
                : throw new FormatException($"this is a {statement.PredicateType}, wanted {InTotoStatement.ClaimAudit}");
        }
        catch (JsonException exception)
        {
            throw new FormatException($"the statement in it is no audit: {exception.Message}", exception);
        }
    }
}
