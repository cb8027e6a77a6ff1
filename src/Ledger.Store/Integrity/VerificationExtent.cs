namespace Ledger.Store.Integrity;

/// <summary>How much there is to check.</summary>
/// <param name="Events">How many.</param>
/// <param name="LastPosition">Position of the last of them; later ones are not checked.</param>
/// <param name="Streams">How many.</param>
/// <param name="BlobBytes">Bytes of all blobs.</param>
internal readonly record struct VerificationExtent(long Events, long LastPosition, long Streams, long BlobBytes);
