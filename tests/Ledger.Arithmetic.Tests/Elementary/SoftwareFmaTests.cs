using Ledger.Arithmetic.Elementary;

namespace Ledger.Arithmetic.Tests.Elementary;

public sealed class SoftwareFmaTests
{
    [Fact]
    public void FusedMultiplyAdd_HardValues_EqualsHardware()
    {
        var (a, b, c) = (HardValues.Draw(21, 100_000), HardValues.Draw(22, 100_000), HardValues.Draw(23, 100_000));
        for (var i = 0; i < a.Length; i++)
        {
            AssertEqualsHardware(a[i], b[i], c[i]);
            AssertEqualsHardware(a[i], b[i], -(a[i] * b[i]));
        }
    }

    // 2⁻²⁴-ish products against sums that end in ties, where a second rounding would go wrong.
    [Theory]
    [InlineData(0x3F800001u, 0x3F800001u, 0x33800000u)]
    [InlineData(0x3F7FFFFFu, 0x3F7FFFFFu, 0xB3800000u)]
    [InlineData(0x00000001u, 0x3F000000u, 0x00000001u)]
    [InlineData(0x80000001u, 0x3E800000u, 0x00000000u)]
    [InlineData(0x7F7FFFFFu, 0x40000000u, 0xFF7FFFFFu)]
    [InlineData(0x7F800000u, 0x00000000u, 0x3F800000u)]
    [InlineData(0x7F800000u, 0x3F800000u, 0xFF800000u)]
    [InlineData(0x7F7FFFFFu, 0x7F7FFFFFu, 0xFF800000u)]
    [InlineData(0x4B800001u, 0x4B800001u, 0x00000001u)]
    [InlineData(0x4B800001u, 0x4B800001u, 0x80000001u)]
    public void FusedMultiplyAdd_TiesAndLimits_EqualsHardware(uint a, uint b, uint c) =>
        AssertEqualsHardware(BitConverter.UInt32BitsToSingle(a), BitConverter.UInt32BitsToSingle(b), BitConverter.UInt32BitsToSingle(c));

    private static void AssertEqualsHardware(float a, float b, float c)
    {
        Assert.SkipUnless(ExactFma.IsHardware, "this processor has no fused multiply-add");
        Assert.Equal(Bits.Of([MathF.FusedMultiplyAdd(a, b, c)]), Bits.Of([SoftwareFma.FusedMultiplyAdd(a, b, c)]));
    }
}
