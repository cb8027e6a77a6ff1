namespace Ledger.Cli.Answers;

/// <summary>A key that was made.</summary>
/// <param name="Origin">The ledger's name in seals.</param>
/// <param name="Fingerprint">The key's.</param>
/// <param name="Key">The private key's file.</param>
/// <param name="PublicKey">The public key's file.</param>
public sealed record SealKeyAnswer(string Origin, string Fingerprint, string Key, string PublicKey);
