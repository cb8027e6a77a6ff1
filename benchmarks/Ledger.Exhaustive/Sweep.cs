namespace Ledger.Exhaustive;

/// <summary>
/// All 2³² inputs of one function. Its binary64 value is within 2⁻⁵¹ of the truth, so that it decides every rounding farther than
/// 2⁻⁴⁸ from a middle; the few others are decided by double-double.
/// </summary>
internal static class Sweep
{
    private const double Doubt = 1.0 / (1L << 48);
    private const int ChunkBits = 22;

    public static Tally Run(Func<float, float> rounded, Func<float, double> approximate, Func<float, float> exact)
    {
        var total = default(Tally);
        var gate = new Lock();
        Parallel.For(0, 1 << (32 - ChunkBits), chunk =>
        {
            var tally = Chunk((uint)chunk << ChunkBits, rounded, approximate, exact);
            lock (gate)
            {
                total += tally;
            }
        });
        return total;
    }

    private static Tally Chunk(uint start, Func<float, float> rounded, Func<float, double> approximate, Func<float, float> exact)
    {
        var (digest, close, disagreements) = (0ul, 0, 0);
        for (uint n = 0; n < 1u << ChunkBits; n++)
        {
            var input = BitConverter.UInt32BitsToSingle(start + n);
            var result = rounded(input);
            var bits = BitConverter.SingleToUInt32Bits(result);
            digest += bits * (2ul * (start + n) + 1);
            var value = approximate(input);
            if (!IsClose(value, result))
            {
                disagreements += BitConverter.SingleToUInt32Bits((float)value) == bits || double.IsNaN(value) ? 0 : 1;
                continue;
            }

            close++;
            disagreements += BitConverter.SingleToUInt32Bits(exact(input)) == bits ? 0 : 1;
        }

        return new Tally(digest, close, disagreements);
    }

    private static bool IsClose(double value, float rounded)
    {
        var (below, above) = ((double)MathF.BitDecrement(rounded), (double)MathF.BitIncrement(rounded));
        var doubt = Math.Abs(value) * Doubt;
        return Math.Abs(value - (rounded + below) / 2) < doubt || Math.Abs(value - (rounded + above) / 2) < doubt;
    }
}
