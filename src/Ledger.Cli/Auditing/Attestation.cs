using Ledger.Application.Sealing;
using Ledger.Cli.Data;
using Ledger.Events.Attestations;
using Ledger.Events.Seals;

namespace Ledger.Cli.Auditing;

/// <summary>The file that an audit is attested in, and the key that signs it.</summary>
/// <param name="File">The file, which must not be there yet.</param>
/// <param name="KeyPath">The private key.</param>
internal sealed record Attestation(string File, string KeyPath)
{
    /// <summary>The key, before any work is done; the caller disposes of it.</summary>
    public SealKey Begin()
    {
        NewFile.Check(File);
        return SealKeyFile.Read(KeyPath);
    }

    /// <summary>Writes the file.</summary>
    public void Write(Envelope envelope) => NewFile.Write(File, envelope.ToBytes());
}
