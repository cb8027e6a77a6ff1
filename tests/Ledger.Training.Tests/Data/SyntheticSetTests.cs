using System.Security.Cryptography;
using Ledger.Training.Data;

namespace Ledger.Training.Tests.Data;

/// <summary>The exact generator; its golden values come from another implementation of Philox and of the generator.</summary>
public sealed class SyntheticSetTests
{
    [Fact]
    public void Draw_SmallSet_IsTheGoldenOne()
    {
        var source = new SyntheticSet(Features: 5, Classes: 3, Noise: 20, Seed: 42).Draw(train: 4, test: 2);

        Assert.Equal([231, 195, 38, 109, 231, 152, 140, 85, 236, 110, 168, 184, 223, 0, 102, 210, 208, 56, 107, 232], source.Train.Samples.ToArray());
        Assert.Equal([1, 0, 2, 1], source.Train.Labels.ToArray());
        Assert.Equal([154, 143, 83, 242, 121, 234, 207, 68, 94, 216], source.Test.Samples.ToArray());
        Assert.Equal([0, 1], source.Test.Labels.ToArray());
    }

    [Fact]
    public void Draw_SetOfImages_HasTheGoldenDigest()
    {
        var source = new SyntheticSet(Features: 784, Classes: 10, Noise: 64, Seed: 7).Draw(train: 100, test: 20);

        var digest = SHA256.HashData((byte[])[.. source.Train.Samples.Span, .. source.Train.Labels.Span, .. source.Test.Samples.Span, .. source.Test.Labels.Span]);
        Assert.Equal("CA75D93625ACC2AEEC8784692F60C6ACFA3556E647FD24FDC01FF69EB186178B", Convert.ToHexString(digest));
    }

    [Fact]
    public void Draw_LargerSet_BeginsWithTheSmallerOne()
    {
        var set = new SyntheticSet(Features: 9, Classes: 4, Noise: 255, Seed: 1);
        var (small, large) = (set.Draw(train: 5, test: 3), set.Draw(train: 50, test: 1));

        Assert.Equal(small.Train.Samples.ToArray(), large.Train.Samples[..(5 * 9)].ToArray());
        Assert.Equal(small.Train.Labels.ToArray(), large.Train.Labels[..5].ToArray());
        Assert.Equal(small.Test.Samples.ToArray(), large.Train.Samples[(5 * 9)..(8 * 9)].ToArray());
    }

    [Fact]
    public void Draw_WithoutNoise_GivesEachClassItsPrototype()
    {
        var train = new SyntheticSet(Features: 6, Classes: 2, Noise: 0, Seed: 3).Draw(train: 40, test: 1).Train;

        var prototypes = Enumerable.Range(0, 40).GroupBy(i => train.Labels.Span[i], i => Convert.ToHexString(train.Samples.Slice(6 * i, 6).Span)).ToArray();
        Assert.Equal(2, prototypes.Length);
        Assert.All(prototypes, static samples => Assert.Single(samples.Distinct()));
        Assert.NotEqual(prototypes[0].First(), prototypes[1].First());
    }

    [Fact]
    public void Draw_WithNoise_MovesNoByteFurther()
    {
        var still = new SyntheticSet(Features: 50, Classes: 3, Noise: 0, Seed: 5).Draw(train: 40, test: 1).Train.Samples.ToArray();
        var moved = new SyntheticSet(Features: 50, Classes: 3, Noise: 9, Seed: 5).Draw(train: 40, test: 1).Train.Samples.ToArray();

        Assert.Equal(9, still.Zip(moved).Max(static pair => Math.Abs(pair.First - pair.Second)));
    }
}
