namespace Ledger.Arithmetic;

/// <summary>The name of the arithmetic that every derivation key carries; its meaning never changes (docs/arithmetic.md).</summary>
public static class ArithmeticName
{
    /// <summary>binary32, one chain per output, blocks of 32 samples.</summary>
    public const string ExactF32 = "exact-f32/1";
}
