namespace Ledger.Events.Seals;

/// <summary>A signed checkpoint and the key that is said to have signed it.</summary>
/// <param name="Note">The signed text.</param>
/// <param name="Checkpoint">What it says.</param>
/// <param name="Key">The public key.</param>
public sealed record Seal(SignedNote Note, Checkpoint Checkpoint, SealVerifier Key)
{
    /// <summary>True if the key signed the checkpoint and both bear one name.</summary>
    public bool IsSigned => Note.Name == Checkpoint.Origin && Key.HasSigned(Note);

    /// <summary>Reads a seal; whether it is signed is another question.</summary>
    /// <param name="note">The checkpoint and its signature line.</param>
    /// <param name="key">The public key: DER SubjectPublicKeyInfo in base64.</param>
    /// <exception cref="FormatException">One of them is not in its one form.</exception>
    public static Seal Parse(string note, string key) => Parse(SignedNote.Parse(note), SealVerifier.Parse(key));

    /// <summary>Reads what a note says.</summary>
    /// <exception cref="FormatException">The note holds no checkpoint.</exception>
    public static Seal Parse(SignedNote note, SealVerifier key) => new(note, Checkpoint.Parse(note.Text), key);

    /// <summary>The text of a seal file.</summary>
    public override string ToString() => Note.ToString();
}
