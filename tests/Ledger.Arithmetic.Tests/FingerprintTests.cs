using Ledger.Arithmetic.Reference;
using Ledger.Arithmetic.Tests.Fast;
using Ledger.Arithmetic.Tensors;

namespace Ledger.Arithmetic.Tests;

public sealed class FingerprintTests
{
    private static readonly ReferenceDevice Device = new();

    [Fact]
    public void Fingerprint_AnySingleChangedBit_ChangesBothSums()
    {
        var values = HardValues.Draw(41, 4100);
        var before = Of(values);
        foreach (var i in new[] { 0, 1, 15, 16, 4095, 4096, 4099 })
        {
            for (var bit = 0; bit < 32; bit++)
            {
                var changed = values.ToArray();
                changed[i] = BitConverter.UInt32BitsToSingle(BitConverter.SingleToUInt32Bits(changed[i]) ^ 1u << bit);
                var after = FingerprintSum.Of(changed);
                Assert.NotEqual(before.First, after.First);
                Assert.NotEqual(before.Second, after.Second);
            }
        }
    }

    // Answers of an independent implementation of docs/arithmetic.md.
    [Theory]
    [InlineData(1, "0000000000000000" + "0000000000000000")]
    [InlineData(5000, "a6c565dc349eb000" + "ab52be9d82643000")]
    public void Fingerprint_KnownAnswers_AreMet(int length, string expected) =>
        Assert.Equal(expected, Of([.. Enumerable.Range(0, length).Select(i => (float)i)]).ToString());

    [Fact]
    public void Fingerprint_Parts_AddUpToTheWhole()
    {
        var values = HardValues.Draw(42, 9000);
        var (left, right) = (FingerprintSum.Of(values.AsSpan(0, 5001)), FingerprintSum.Of(values.AsSpan(5001), start: 5001));
        Assert.Equal(Of(values), new Fingerprint(left.First + right.First, left.Second + right.Second));
    }

    [Fact]
    public void Fingerprint_PositiveZeros_AreZero() => Assert.Equal(default, Of(new float[5000]));

    [Fact]
    public void Fingerprint_ExchangedElements_Differs()
    {
        var values = new float[8192];
        (values[3], values[4096 + 3]) = (1f, 2f);
        var before = Of(values);
        (values[3], values[4096 + 3]) = (2f, 1f);
        Assert.NotEqual(before, Of(values));
    }

    [Fact]
    public void Parse_ItsOwnText_IsTheSame()
    {
        var fingerprint = new Fingerprint(0x0123456789ABCDEF, 0x10);
        Assert.Equal("0123456789abcdef0000000000000010", fingerprint.ToString());
        Assert.Equal(fingerprint, Fingerprint.Parse(fingerprint.ToString()));
        Assert.Throws<FormatException>(() => Fingerprint.Parse("12"));
    }

    private static Fingerprint Of(float[] values) => Device.Fingerprint(Device.Put(new Shape(values.Length), values));
}
