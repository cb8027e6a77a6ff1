namespace Ledger.Events.Attestations;

/// <summary>One signature of an envelope.</summary>
/// <param name="Keyid">The key's fingerprint, a hint only.</param>
/// <param name="Sig">The signature in base64.</param>
public sealed record EnvelopeSignature(string Keyid, string Sig);
