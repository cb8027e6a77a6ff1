namespace Ledger.Store.Contract;

/// <summary>How much a ledger holds and takes.</summary>
/// <param name="Schema">Number of the last migration.</param>
/// <param name="Events">How many.</param>
/// <param name="EventBytes">Bytes on disk of events, their leaves and indexes.</param>
/// <param name="Masks">How many.</param>
/// <param name="MaskBytes">Bytes of their content.</param>
/// <param name="States">How many.</param>
/// <param name="StateBytes">Bytes of their content.</param>
/// <param name="TotalBytes">Bytes on disk of everything.</param>
/// <param name="ForeignEvents">Events that others wrote into our tables: not covered, not read.</param>
public sealed record StoreSizes(int Schema, long Events, long EventBytes, long Masks, long MaskBytes, long States, long StateBytes, long TotalBytes, long ForeignEvents);
