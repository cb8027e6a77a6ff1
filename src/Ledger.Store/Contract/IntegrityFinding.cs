using Ledger.Events.Hashing;
using Ledger.Events.Streams;

namespace Ledger.Store.Contract;

/// <summary>Something in a ledger that is not as it was written.</summary>
/// <param name="Kind">What kind of alteration.</param>
/// <param name="Message">What, where, found and wanted, for people.</param>
/// <param name="Stream">The stream, if it concerns one.</param>
/// <param name="Version">The version, if it concerns one event.</param>
/// <param name="Position">The position, if it concerns one event.</param>
/// <param name="Blob">The blob, if it concerns one.</param>
public sealed record IntegrityFinding(IntegrityKind Kind, string Message, StreamName? Stream = null, long? Version = null, long? Position = null, Digest? Blob = null)
{
    /// <summary>False for what is only worth knowing.</summary>
    public bool IsAlteration => Kind != IntegrityKind.ForeignEvent;
}
