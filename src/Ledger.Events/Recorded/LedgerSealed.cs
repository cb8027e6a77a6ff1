using Ledger.Events.Hashing;
using Ledger.Events.Seals;

namespace Ledger.Events.Recorded;

/// <summary>The ledger was sealed: somebody signed the root over its first events.</summary>
/// <param name="Origin">The ledger's name.</param>
/// <param name="Size">Events covered: those before the seal.</param>
/// <param name="Root">The root over their leaves.</param>
/// <param name="Key">The public key: DER SubjectPublicKeyInfo in base64.</param>
/// <param name="Checkpoint">The checkpoint with its signature line, as a seal file holds it.</param>
public sealed record LedgerSealed(string Origin, long Size, Digest Root, string Key, string Checkpoint) : ILedgerEvent
{
    /// <summary>The event that records a seal.</summary>
    public static LedgerSealed Of(Seal seal) =>
        new(seal.Checkpoint.Origin, seal.Checkpoint.Size, seal.Checkpoint.Root, seal.Key.ToString(), seal.ToString());

    /// <summary>The seal recorded.</summary>
    /// <exception cref="FormatException">It cannot be read, or says something else than the event.</exception>
    public Seal ToSeal()
    {
        var seal = Seal.Parse(Checkpoint, Key);
        return Of(seal) == this ? seal : throw new FormatException("the checkpoint says something else than the event");
    }
}
