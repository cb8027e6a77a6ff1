using Ledger.Events.Seals;

namespace Ledger.Events.Proofs;

/// <summary>A seal as a proof holds it.</summary>
/// <param name="Checkpoint">The checkpoint with its signature line.</param>
/// <param name="Key">The public key: DER SubjectPublicKeyInfo in base64.</param>
public sealed record SealText(string Checkpoint, string Key)
{
    /// <summary>The text of a seal.</summary>
    public static SealText Of(Seal seal) => new(seal.ToString(), seal.Key.ToString());

    /// <summary>The seal.</summary>
    /// <exception cref="FormatException">The text holds none.</exception>
    public Seal ToSeal() => Seal.Parse(Checkpoint, Key);
}
