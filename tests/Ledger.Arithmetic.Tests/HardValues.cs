using Ledger.Arithmetic.Random;

namespace Ledger.Arithmetic.Tests;

/// <summary>Seeded finite values of every kind that breaks kernels: zeros of both signs, subnormals, tiny and large ones, cancellations.</summary>
internal static class HardValues
{
    public static float[] Draw(ulong seed, int count)
    {
        var stream = new PhiloxStream(seed, Purpose.Synthetic, 0, 0);
        return [.. Enumerable.Range(0, count).Select(i => Value(stream.Word((uint)(2 * i)), stream.Word((uint)(2 * i + 1))))];
    }

    /// <summary>A mask that keeps about <paramref name="kept"/> of 8, packed.</summary>
    public static byte[] DrawMask(ulong seed, int bits, uint kept)
    {
        var stream = new PhiloxStream(seed, Purpose.Synthetic, 1, 0);
        var mask = new byte[(bits + 7) / 8];
        for (var i = 0; i < bits; i++)
        {
            mask[i / 8] |= (byte)((stream.Word((uint)i) % 8 < kept ? 1 : 0) << (i % 8));
        }

        return mask;
    }

    public static bool Keeps(byte[] mask, int i) => (mask[i / 8] >> (i % 8) & 1) != 0;

    private static float Value(uint kind, uint word)
    {
        var plain = (int)word / 2147483648f;
        return (kind % 16) switch
        {
            0 => 0f,
            1 => -0f,
            2 => BitConverter.UInt32BitsToSingle(word & 0x807F_FFFF),
            3 => plain * 1e-20f,
            4 => plain * 1e-38f,
            5 => plain * 1e15f,
            6 => 1f,
            7 => -1f,
            _ => plain,
        };
    }
}
