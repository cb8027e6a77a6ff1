using System.Security.Cryptography;
using System.Text;

namespace Ledger.Events.Seals;

/// <summary>The private key (ECDSA P-256) that seals one ledger, and that ledger's name.</summary>
public sealed class SealKey : IDisposable
{
    private const string OriginLine = "origin: ";

    private readonly ECDsa _key;

    private SealKey(ECDsa key, string? origin)
    {
        _key = key;
        Public = SealVerifier.Parse(Convert.ToBase64String(key.ExportSubjectPublicKeyInfo()));
        Origin = origin ?? $"ledger/{Public.KeyId:x8}";
        if (!SealName.IsValid(Origin))
        {
            throw new FormatException($"'{Origin}' cannot be an origin: {SealName.Rule}");
        }
    }

    /// <summary>The ledger's name.</summary>
    public string Origin { get; }

    /// <summary>The public half.</summary>
    public SealVerifier Public { get; }

    /// <summary>A new key.</summary>
    /// <param name="origin">The ledger's name, or null for one made from the key.</param>
    /// <exception cref="FormatException">The name cannot be one.</exception>
    public static SealKey Create(string? origin = null) => new(ECDsa.Create(ECCurve.NamedCurves.nistP256), origin);

    /// <summary>Reads what <see cref="ToPem"/> wrote.</summary>
    /// <exception cref="FormatException">It holds no P-256 key, or no name.</exception>
    public static SealKey FromPem(string pem)
    {
        if (!PemEncoding.TryFind(pem, out var found) || pem[found.Label] != "PRIVATE KEY")
        {
            throw new FormatException("there is no '-----BEGIN PRIVATE KEY-----'");
        }

        var key = ECDsa.Create();
        try
        {
            key.ImportPkcs8PrivateKey(Convert.FromBase64String(pem[found.Base64Data]), out _);
            return new SealKey(key, OriginOf(pem));
        }
        catch (Exception exception) when (exception is CryptographicException or PlatformNotSupportedException or FormatException)
        {
            key.Dispose();
            throw new FormatException($"the private key cannot be read: {exception.Message}", exception);
        }
    }

    /// <summary>Signs a checkpoint; another time with other bytes.</summary>
    public Seal Sign(Checkpoint checkpoint)
    {
        var text = checkpoint.ToString();
        var signature = Sign(Encoding.UTF8.GetBytes(text));
        return new Seal(new SignedNote(text, checkpoint.Origin, Public.KeyId, signature), checkpoint, Public);
    }

    /// <summary>Signs any bytes (ECDSA over their SHA-256, in DER); another time with another signature.</summary>
    public byte[] Sign(ReadOnlySpan<byte> content) => _key.SignData(content, HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);

    /// <summary>The ledger's name and the private key (PKCS #8): a secret.</summary>
    public string ToPem() => $"{OriginLine}{Origin}\n{_key.ExportPkcs8PrivateKeyPem()}\n";

    /// <summary>The ledger's name and the public key, to be published.</summary>
    public string ToPublicPem() => $"{OriginLine}{Origin}\n{Public.ToPem()}\n";

    /// <inheritdoc/>
    public void Dispose() => _key.Dispose();

    private static string? OriginOf(string pem) =>
        pem.StartsWith(OriginLine, StringComparison.Ordinal) ? pem[OriginLine.Length..].Split('\n')[0].TrimEnd('\r') : null;
}
