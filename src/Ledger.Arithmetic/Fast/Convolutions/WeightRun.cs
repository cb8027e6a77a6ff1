namespace Ledger.Arithmetic.Fast.Convolutions;

/// <summary>Taps of one kernel between a tile's input channels and a panel's output channels.</summary>
/// <param name="Input">The first input channel.</param>
/// <param name="Rows">Input channels.</param>
/// <param name="Output">The first output channel.</param>
/// <param name="Width">Lanes of the panel.</param>
/// <param name="Tap">The first tap.</param>
/// <param name="Taps">Taps.</param>
/// <param name="Offset">Where the sums of the first tap lie, those of the others following.</param>
internal readonly record struct WeightRun(int Input, int Rows, int Output, int Width, int Tap, int Taps, nint Offset);
