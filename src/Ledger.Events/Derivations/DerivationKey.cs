using Ledger.Events.Hashing;

namespace Ledger.Events.Derivations;

/// <summary>The SHA-256 of a derivation's canonical description.</summary>
/// <param name="Digest">Its digest.</param>
public readonly record struct DerivationKey(Digest Digest)
{
    /// <inheritdoc/>
    public override string ToString() => Digest.ToString();
}
