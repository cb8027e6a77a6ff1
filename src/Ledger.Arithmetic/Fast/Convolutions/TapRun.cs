namespace Ledger.Arithmetic.Fast.Convolutions;

/// <summary>Positions along one axis that a kernel covers alike: the same taps, sources at even distances.</summary>
/// <param name="Target">The first position.</param>
/// <param name="Count">How many positions.</param>
/// <param name="Tap">The first tap that lies within the source.</param>
/// <param name="Taps">How many do, 0 if none.</param>
/// <param name="Source">Where the first tap of the first position lies.</param>
internal readonly record struct TapRun(int Target, int Count, int Tap, int Taps, int Source);
