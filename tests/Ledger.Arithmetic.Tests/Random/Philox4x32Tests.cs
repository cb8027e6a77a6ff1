using Ledger.Arithmetic.Random;

namespace Ledger.Arithmetic.Tests.Random;

public sealed class Philox4x32Tests
{
    // Random123, tests/kat_vectors: philox4x32 10.
    [Theory]
    [InlineData(0x00000000_00000000, 0x00000000, 0x00000000, 0x00000000, 0x00000000, 0x6627e8d5, 0xe169c58d, 0xbc57ac4c, 0x9b00dbd8)]
    [InlineData(0xffffffff_ffffffff, 0xffffffff, 0xffffffff, 0xffffffff, 0xffffffff, 0x408f276d, 0x41c83b0e, 0xa20bc7c6, 0x6d5451fd)]
    [InlineData(0x299f31d0_a4093822, 0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344, 0xd16cfe09, 0x94fdcceb, 0x5001e420, 0x24126ea1)]
    public void Block_KnownAnswers_AreMet(ulong seed, uint c0, uint c1, uint c2, uint c3, uint w0, uint w1, uint w2, uint w3) =>
        Assert.Equal(new PhiloxBlock(w0, w1, w2, w3), Philox4x32.Block(seed, new PhiloxBlock(c0, c1, c2, c3)));

    [Fact]
    public void Word_AnyIndex_IsTheIndexthWordOfItsBlock()
    {
        var stream = new PhiloxStream(7, Purpose.Order, layer: 2, step: 5);
        var block = Philox4x32.Block(7, new PhiloxBlock(3, 5, 2, (uint)Purpose.Order));
        Assert.Equal([block.Word0, block.Word1, block.Word2, block.Word3], [stream.Word(12), stream.Word(13), stream.Word(14), stream.Word(15)]);
    }
}
