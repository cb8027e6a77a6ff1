using Ledger.Arithmetic.Elementary;

namespace Ledger.Arithmetic.Tests.Elementary;

public sealed class CorrectlyRoundedTests
{
    // Every exponent and both signs, with mantissas spread by a step without common factors.
    private const uint Stride = 21_001;

    [Fact]
    public void Exp_StratifiedInputs_EqualsDoubleDouble()
    {
        for (ulong word = 0; word <= uint.MaxValue; word += Stride)
        {
            var x = BitConverter.UInt32BitsToSingle((uint)word);
            if (Math.Abs(x) < 104f)
            {
                Assert.Equal(DoubleDouble.Exp(new DoubleDouble(x, 0)).ToSingle(), CorrectlyRounded.Exp(x));
            }
        }
    }

    [Fact]
    public void Log_StratifiedInputs_EqualsDoubleDouble()
    {
        for (ulong word = 1; word < 0x7F80_0000; word += Stride)
        {
            var x = BitConverter.UInt32BitsToSingle((uint)word);
            Assert.Equal(DoubleDouble.Log(x).ToSingle(), CorrectlyRounded.Log(x));
        }
    }

    // The inputs closest to the middle between two neighbours, found over all 2³², answered with 300 bits by mpmath 1.3.0.
    [Theory]
    [InlineData(0xC16912CD, 0x34FD331B)]
    [InlineData(0xBBF0EDF1, 0x3F7E1FE9)]
    [InlineData(0x377EFF81, 0x3F800080)]
    [InlineData(0xBAE0E25C, 0x3F7F8FA7)]
    [InlineData(0xB3000000, 0x3F800000)]
    [InlineData(0x39C6BE5B, 0x3F800C6D)]
    [InlineData(0x38E69CC1, 0x3F80039A)]
    [InlineData(0x383A3EF1, 0x3F800175)]
    [InlineData(0x3D1A274E, 0x3F84E8BA)]
    [InlineData(0x40315B33, 0x417FA47D)]
    [InlineData(0x4001B249, 0x40F2CD14)]
    [InlineData(0x00000000, 0x3F800000)]
    [InlineData(0x80000000, 0x3F800000)]
    [InlineData(0x7F800000, 0x7F800000)]
    [InlineData(0xFF800000, 0x00000000)]
    [InlineData(0xFFC00001, 0x7FC00000)]
    [InlineData(0x42B17217, 0x7F7FFF84)]
    [InlineData(0x42B17218, 0x7F800000)]
    [InlineData(0xC2CFF1B4, 0x00000001)]
    [InlineData(0xC2CFF1B5, 0x00000000)]
    public void Exp_HardCasesAndLimits_AreMet(uint input, uint expected) =>
        Assert.Equal(expected, BitConverter.SingleToUInt32Bits(CorrectlyRounded.Exp(BitConverter.UInt32BitsToSingle(input))));

    [Theory]
    [InlineData(0x65D890D3, 0x4254D1F9)]
    [InlineData(0x4C5D65A5, 0x418F034B)]
    [InlineData(0x41178FEB, 0x400FE5E7)]
    [InlineData(0x3C413D3A, 0xC08E158F)]
    [InlineData(0x6F31A8EC, 0x42845A89)]
    [InlineData(0x4D604EBE, 0x419A352C)]
    [InlineData(0x1F116AB8, 0xC233B53E)]
    [InlineData(0x66A8C860, 0x42595E46)]
    [InlineData(0x38DCBE38, 0xC1128BA4)]
    [InlineData(0x4665A9A6, 0x41198725)]
    [InlineData(0x5EE8984E, 0x422E4A21)]
    [InlineData(0x3BF86EF0, 0xC09C399E)]
    [InlineData(0x3F800000, 0x00000000)]
    [InlineData(0x00000000, 0xFF800000)]
    [InlineData(0x80000000, 0xFF800000)]
    [InlineData(0xBF800000, 0x7FC00000)]
    [InlineData(0x7F800000, 0x7F800000)]
    [InlineData(0xFF800000, 0x7FC00000)]
    [InlineData(0x7FC00001, 0x7FC00000)]
    [InlineData(0x00000001, 0xC2CE8ED0)]
    public void Log_HardCasesAndLimits_AreMet(uint input, uint expected) =>
        Assert.Equal(expected, BitConverter.SingleToUInt32Bits(CorrectlyRounded.Log(BitConverter.UInt32BitsToSingle(input))));
}
