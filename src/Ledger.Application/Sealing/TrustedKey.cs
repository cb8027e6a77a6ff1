using Ledger.Application.Failures;
using Ledger.Events.Seals;

namespace Ledger.Application.Sealing;

/// <summary>The key that a user trusts: known in full from its file, or by its fingerprint only.</summary>
/// <param name="Fingerprint">Its fingerprint.</param>
/// <param name="Key">The key, if its file was named.</param>
public sealed record TrustedKey(string Fingerprint, SealVerifier? Key)
{
    /// <summary>Reads what the user names: <c>SHA256:…</c> or the file of a public key.</summary>
    /// <exception cref="NotFoundException">There is no such file.</exception>
    /// <exception cref="EvidenceMissingException">The file holds no public key.</exception>
    public static TrustedKey Read(string text)
    {
        if (text.StartsWith("SHA256:", StringComparison.Ordinal))
        {
            return new TrustedKey(text, null);
        }

        if (!File.Exists(text))
        {
            throw new NotFoundException($"{text}: no such key file; name a public key (PEM) or a fingerprint SHA256:…");
        }

        try
        {
            var key = SealVerifier.FromPem(File.ReadAllText(text));
            return new TrustedKey(key.Fingerprint, key);
        }
        catch (FormatException exception)
        {
            throw new EvidenceMissingException($"{text}: {exception.Message}; name a public key (PEM) or a fingerprint SHA256:…");
        }
    }

    /// <summary>True if the seal bears this key.</summary>
    public bool IsOf(Seal seal) => seal.Key.Fingerprint == Fingerprint;
}
