using System.Text.Json;
using Ledger.Events.Canonical;
using Ledger.Events.Seals;

namespace Ledger.Events.Attestations;

/// <summary>A signed document (DSSE v1 envelope).</summary>
/// <param name="PayloadType">What the document is.</param>
/// <param name="Payload">The document in base64.</param>
/// <param name="Signatures">Who signed it.</param>
public sealed record Envelope(string PayloadType, string Payload, IReadOnlyList<EnvelopeSignature> Signatures)
{
    /// <summary>The type of in-toto statements.</summary>
    public const string InToto = "application/vnd.in-toto+json";

    /// <summary>A document signed by one key.</summary>
    public static Envelope Sign(SealKey key, string type, ReadOnlySpan<byte> document) =>
        new(type, Convert.ToBase64String(document), [new EnvelopeSignature(key.Public.Fingerprint, Convert.ToBase64String(key.Sign(PreAuthentication.Encode(type, document))))]);

    /// <summary>Reads an envelope; whether it is signed is another question.</summary>
    /// <exception cref="FormatException">It is no envelope.</exception>
    public static Envelope Parse(ReadOnlySpan<byte> bytes)
    {
        try
        {
            var envelope = CanonicalJson.Deserialize<Envelope>(bytes);
            _ = envelope.Document();
            return envelope;
        }
        catch (JsonException exception)
        {
            throw new FormatException($"this is no DSSE envelope: {exception.Message}", exception);
        }
    }

    /// <summary>The document's bytes.</summary>
    /// <exception cref="FormatException">They are not in base64.</exception>
    public byte[] Document() => StrictBase64.Decode(Payload, "the payload");

    /// <summary>True if a key signed the document.</summary>
    /// <exception cref="FormatException">A signature is not in base64.</exception>
    public bool IsSignedBy(SealVerifier key)
    {
        var signed = PreAuthentication.Encode(PayloadType, Document());
        return Signatures.Any(signature => key.HasSigned(signed, StrictBase64.Decode(signature.Sig, "the signature")));
    }

    /// <summary>The file's bytes.</summary>
    public byte[] ToBytes() => [.. CanonicalJson.Serialize(this), (byte)'\n'];
}
