using Ledger.Arithmetic.Random;

namespace Ledger.Arithmetic.Tests.Random;

public sealed class PermutationTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(60_000)]
    public void Draw_AnyLength_IsAPermutation(int length)
    {
        var order = new int[length];
        Permutation.Draw(seed: 1, epoch: 0, order);
        Assert.Equal(Enumerable.Range(0, length), order.Order());
    }

    // Answers of an independent implementation of docs/arithmetic.md.
    [Fact]
    public void Draw_KnownAnswers_AreMet()
    {
        var (ten, epoch) = (new int[10], new int[60_000]);
        Permutation.Draw(seed: 1, epoch: 0, ten);
        Permutation.Draw(seed: 1, epoch: 3, epoch);
        Assert.Equal([3, 6, 4, 5, 0, 7, 9, 8, 1, 2], ten);
        Assert.Equal([38203, 30824, 47193, 37060, 25496, 13237, 21265, 8012], epoch[..8]);
    }

    [Fact]
    public void Draw_AnotherEpochOrSeed_IsAnotherOrder()
    {
        var (order, epoch, seed) = (new int[100], new int[100], new int[100]);
        Permutation.Draw(1, 0, order);
        Permutation.Draw(1, 1, epoch);
        Permutation.Draw(2, 0, seed);
        Assert.NotEqual(order, epoch);
        Assert.NotEqual(order, seed);
    }
}
