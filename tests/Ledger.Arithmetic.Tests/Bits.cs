namespace Ledger.Arithmetic.Tests;

/// <summary>Floats compared by their bits; all NaN are one, because only their being NaN is specified.</summary>
internal static class Bits
{
    public static uint[] Of(ReadOnlySpan<float> values)
    {
        var bits = new uint[values.Length];
        for (var i = 0; i < bits.Length; i++)
        {
            bits[i] = float.IsNaN(values[i]) ? 0x7FC0_0000 : BitConverter.SingleToUInt32Bits(values[i]);
        }

        return bits;
    }

    public static uint[] Of(Fingerprint f) => [(uint)f.First, (uint)(f.First >> 32), (uint)f.Second, (uint)(f.Second >> 32)];
}
