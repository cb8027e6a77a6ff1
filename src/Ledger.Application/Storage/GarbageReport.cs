namespace Ledger.Application.Storage;

/// <summary>What was dropped, or would be.</summary>
/// <param name="Dropped">States dropped.</param>
/// <param name="DroppedBytes">Their size.</param>
/// <param name="KeptStates">States kept.</param>
/// <param name="KeptStateBytes">Their size.</param>
/// <param name="Masks">Masks, which always stay.</param>
/// <param name="MaskBytes">Their size.</param>
public sealed record GarbageReport(int Dropped, long DroppedBytes, int KeptStates, long KeptStateBytes, int Masks, long MaskBytes);
