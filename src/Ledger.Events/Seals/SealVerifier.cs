using System.Buffers.Binary;
using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Text;
using Ledger.Events.Hashing;

namespace Ledger.Events.Seals;

/// <summary>A public key (ECDSA P-256) that checks seals.</summary>
public sealed class SealVerifier
{
    private const int PointLength = 64;

    // DER: an elliptic curve key on P-256, then an uncompressed point.
    private static readonly byte[] Beginning = Convert.FromHexString("3059301306072a8648ce3d020106082a8648ce3d03010703420004");

    private readonly byte[] _key;

    private SealVerifier(byte[] key) => _key = key;

    /// <summary>SHA-256 of the key (DER SubjectPublicKeyInfo).</summary>
    public Digest Digest => Digest.Of(_key);

    /// <summary>The first four bytes of the digest, as a note names its key.</summary>
    public uint KeyId => BinaryPrimitives.ReadUInt32BigEndian(Digest.ToBytes());

    /// <summary>What people compare: <c>SHA256:</c> and the digest in base64 without padding, as OpenSSH writes it.</summary>
    public string Fingerprint => $"SHA256:{Convert.ToBase64String(Digest.ToBytes()).TrimEnd('=')}";

    /// <summary>The key that a DER SubjectPublicKeyInfo in base64 holds.</summary>
    /// <exception cref="FormatException">It holds no P-256 key, or not in its one form.</exception>
    public static SealVerifier Parse(string text) => FromKey(StrictBase64.Decode(text, "the public key"));

    /// <summary>The key of a PEM file (<c>PUBLIC KEY</c>); text before it is ignored.</summary>
    /// <exception cref="FormatException">It holds no such key.</exception>
    public static SealVerifier FromPem(string pem)
    {
        if (!PemEncoding.TryFind(pem, out var found) || pem[found.Label] != "PUBLIC KEY")
        {
            throw new FormatException("there is no '-----BEGIN PUBLIC KEY-----'");
        }

        return FromKey(Convert.FromBase64String(pem[found.Base64Data]));
    }

    /// <summary>True if this key made the note's signature.</summary>
    public bool HasSigned(SignedNote note) => note.KeyId == KeyId && HasSigned(Encoding.UTF8.GetBytes(note.Text), note.Signature);

    /// <summary>True if this key made a signature (DER) over some bytes.</summary>
    public bool HasSigned(ReadOnlySpan<byte> content, ReadOnlyMemory<byte> signature)
    {
        using var key = ECDsa.Create();
        key.ImportSubjectPublicKeyInfo(_key, out _);
        return IsDer(signature) && key.VerifyData(content, signature.Span, HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);
    }

    /// <summary>The key as a PEM file.</summary>
    public string ToPem() => new(PemEncoding.Write("PUBLIC KEY", _key));

    /// <summary>The DER SubjectPublicKeyInfo in base64.</summary>
    public override string ToString() => Convert.ToBase64String(_key);

    private static SealVerifier FromKey(byte[] bytes)
    {
        if (bytes.Length != Beginning.Length + PointLength || !bytes.AsSpan().StartsWith(Beginning))
        {
            throw new FormatException("the public key is not one of the curve P-256");
        }

        try
        {
            using var key = ECDsa.Create();
            key.ImportSubjectPublicKeyInfo(bytes, out _);
            return new SealVerifier(bytes);
        }
        catch (CryptographicException exception)
        {
            throw new FormatException("the public key is no point of the curve P-256", exception);
        }
    }

    /// <summary>True for the one DER form of two integers: a looser reading would let bytes change that mean nothing.</summary>
    private static bool IsDer(ReadOnlyMemory<byte> signature)
    {
        try
        {
            var reader = new AsnReader(signature, AsnEncodingRules.DER);
            var pair = reader.ReadSequence();
            var isPositive = pair.ReadInteger().Sign > 0 && pair.ReadInteger().Sign > 0;
            return isPositive && !pair.HasData && !reader.HasData;
        }
        catch (AsnContentException)
        {
            return false;
        }
    }
}
