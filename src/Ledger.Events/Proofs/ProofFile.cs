using System.Text.Json;
using Ledger.Events.Canonical;
using Ledger.Events.Hashing;

namespace Ledger.Events.Proofs;

/// <summary>A proof as a file, <c>ledger-proof/1</c>: canonical JSON and a line end; checked without any ledger.</summary>
/// <param name="Format">The name of the form.</param>
/// <param name="Inclusion">That an event stood in a sealed ledger; or null.</param>
/// <param name="Consistency">That a ledger only grew between two seals; or null.</param>
public sealed record ProofFile(string Format, EventProof? Inclusion = null, GrowthProof? Consistency = null)
{
    /// <summary>The only form so far.</summary>
    public const string Form = "ledger-proof/1";

    /// <summary>A file that proves an event.</summary>
    public static ProofFile Of(EventProof proof) => new(Form, Inclusion: proof);

    /// <summary>A file that proves growth.</summary>
    public static ProofFile Of(GrowthProof proof) => new(Form, Consistency: proof);

    /// <summary>Reads a file; whether it proves anything is another question.</summary>
    /// <exception cref="MalformedProofException">It is not exactly what a proof makes.</exception>
    public static ProofFile Read(ReadOnlySpan<byte> bytes)
    {
        var text = bytes.TrimEnd((byte)'\n');
        try
        {
            var proof = CanonicalJson.Deserialize<ProofFile>(text);
            proof.Require();
            return proof.ToBytes().AsSpan().SequenceEqual(bytes) ? proof : throw new MalformedProofException($"this is no {Form}: it is not in canonical form; ledger prove writes it anew");
        }
        catch (Exception exception) when (exception is JsonException or FormatException)
        {
            throw new MalformedProofException($"this is no {Form}: {exception.Message}", exception);
        }
    }

    /// <summary>What does not follow, or null if all does.</summary>
    public string? Contradiction() => Inclusion?.Contradiction() ?? Consistency?.Contradiction();

    /// <summary>The file's bytes.</summary>
    public byte[] ToBytes() => [.. CanonicalJson.Serialize(this), (byte)'\n'];

    private void Require()
    {
        if (Format != Form)
        {
            throw new FormatException($"its format is '{Format}'");
        }

        if (Inclusion is null == Consistency is null)
        {
            throw new FormatException("it must hold either an inclusion or a consistency");
        }

        if (Inclusion?.Event.Metadata == default(Digest))
        {
            throw new FormatException("metadata that are absent are left out");
        }

        _ = (Inclusion?.Seal.ToSeal(), Consistency?.Older.ToSeal(), Consistency?.Newer.ToSeal());
    }
}
