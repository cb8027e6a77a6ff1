using Ledger.Application.Failures;
using Ledger.Events.Proofs;
using Ledger.Events.Seals;

namespace Ledger.Application.Sealing;

/// <summary>The file of a seal that was kept somewhere.</summary>
public static class SealFile
{
    /// <summary>Reads a seal file; whether it is signed is another question.</summary>
    /// <exception cref="NotFoundException">There is no such file.</exception>
    /// <exception cref="MalformedProofException">It holds no seal, or was changed.</exception>
    public static SignedNote Read(string path)
    {
        if (!File.Exists(path))
        {
            throw new NotFoundException($"{path}: no such seal; `ledger seal -o FILE` writes one");
        }

        try
        {
            var note = SignedNote.Parse(File.ReadAllBytes(path));
            _ = Checkpoint.Parse(note.Text);
            return note;
        }
        catch (FormatException exception)
        {
            throw new MalformedProofException($"{path}: {exception.Message}: this is no seal, or it was changed", exception);
        }
    }
}
