namespace Ledger.Application.Storage;

/// <summary>What making a ledger smaller came to.</summary>
/// <param name="Location">Which ledger.</param>
/// <param name="BytesBefore">Bytes on disk before.</param>
/// <param name="BytesAfter">Bytes on disk after.</param>
public sealed record CompactReport(string Location, long BytesBefore, long BytesAfter);
