using Ledger.Training.Data;
using Ledger.Training.Recipes;

namespace Ledger.Training.Tests.Recipes;

/// <summary>Which samples each step sees; golden permutations from another implementation.</summary>
public sealed class DataOrderTests
{
    [Fact]
    public void BatchAt_EpochsOfASeed_AreTheGoldenPermutations()
    {
        var order = new DataOrder(new SampleRange("train", 0, 10), batch: 5, seed: 9);

        Assert.Equal([8, 2, 0, 1, 5], order.BatchAt(0).ToArray());
        Assert.Equal([4, 7, 9, 3, 6], order.BatchAt(1).ToArray());
        Assert.Equal([2, 4, 1, 8, 5], order.BatchAt(2).ToArray());
        Assert.Equal([5, 7, 9, 3, 6], order.BatchAt(14).ToArray());
        Assert.Equal([0, 8, 4, 2, 1], order.BatchAt(15).ToArray());
    }

    [Fact]
    public void BatchAt_EachEpoch_IsAPermutationOfTheList()
    {
        var order = new DataOrder(new SampleRange("train", 30, 24), batch: 6, seed: 2);
        var epochs = Enumerable.Range(0, 5).Select(epoch => Enumerable.Range(0, 4).SelectMany(step => order.BatchAt((4 * epoch) + step).ToArray()).ToArray()).ToArray();

        Assert.All(epochs, static epoch => Assert.Equal(Enumerable.Range(30, 24), epoch.Order()));
        Assert.Equal(5, epochs.Select(static epoch => string.Join(' ', epoch)).Distinct().Count());
    }

    [Fact]
    public void BatchAt_LeftoverOfAnEpoch_IsSkipped()
    {
        var order = new DataOrder(new SampleRange("train", 0, 10), batch: 4, seed: 9);

        Assert.Equal(2, order.StepsPerEpoch);
        Assert.Equal([5, 4, 7, 9], order.BatchAt(1).ToArray());
        Assert.Equal([2, 4, 1, 8], order.BatchAt(2).ToArray());
    }

    [Fact]
    public void BatchAt_AnyOrderOfCalls_GivesTheSameBatches()
    {
        var range = new SampleRange("train", 7, 50);
        var (forth, back) = (new DataOrder(range, batch: 8, seed: 3), new DataOrder(range, batch: 8, seed: 3));
        var wanted = Enumerable.Range(0, 30).Select(position => forth.BatchAt(position).ToArray()).ToArray();

        foreach (var position in Enumerable.Range(0, 30).OrderBy(static position => position * 17 % 31))
        {
            Assert.Equal(wanted[position], back.BatchAt(position).ToArray());
        }
    }

    [Fact]
    public void BatchAt_ListFurtherOn_IsTheSameOrderMovedAlong()
    {
        var (start, moved) = (new DataOrder(new SampleRange("train", 0, 20), 20, 5), new DataOrder(new SampleRange("train", 100, 20), 20, 5));

        Assert.Equal(start.BatchAt(3).ToArray().Select(static i => i + 100), moved.BatchAt(3).ToArray());
    }
}
