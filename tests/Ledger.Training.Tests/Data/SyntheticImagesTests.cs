using System.Security.Cryptography;
using Ledger.Training.Data;

namespace Ledger.Training.Tests.Data;

/// <summary>Smooth synthetic images; the golden values come from another implementation.</summary>
public sealed class SyntheticImagesTests
{
    private static readonly SyntheticImages Small = new(new ImageExtents(3, 5, 2), Classes: 3, Noise: 4, Shift: 1, Seed: 42);

    [Fact]
    public void Draw_SmallSet_IsTheGoldenOne()
    {
        var source = Small.Draw(train: 2, test: 1);

        Assert.Equal(
            [
                204, 152, 227, 185, 250, 205, 213, 182, 178, 157, 173, 164, 192, 178, 209, 188, 185, 172, 162, 163, 136, 176, 155, 172, 170, 172, 157, 167, 149, 162,
                88, 136, 83, 105, 75, 81, 71, 51, 89, 56, 110, 156, 101, 116, 92, 79, 80, 38, 82, 50, 131, 179, 119, 132, 101, 77, 87, 38, 86, 43,
            ],
            source.Train.Samples.ToArray());
        Assert.Equal([1, 0], source.Train.Labels.ToArray());
        Assert.Equal([182, 94, 147, 122, 121, 158, 93, 184, 63, 224, 175, 113, 150, 136, 131, 159, 98, 190, 77, 215, 175, 137, 160, 149, 135, 169, 108, 186, 86, 208], source.Test.Samples.ToArray());
        Assert.Equal([2], source.Test.Labels.ToArray());
        Assert.Equal((new ImageExtents(3, 5, 2), 30), (source.Image, source.Train.Features));
    }

    [Fact]
    public void Draw_LargerSet_HasTheGoldenDigest()
    {
        var source = new SyntheticImages(new ImageExtents(9, 6, 3), Classes: 4, Noise: 20, Shift: 2, Seed: 7).Draw(train: 12, test: 4);

        var digest = SHA256.HashData((byte[])[.. source.Train.Samples.Span, .. source.Train.Labels.Span, .. source.Test.Samples.Span, .. source.Test.Labels.Span]);
        Assert.Equal("186390E2BB297FDBE8119682C2A1262A393056573BF14123B47A209F9FF1D62C", Convert.ToHexString(digest));
    }

    [Fact]
    public void Draw_LargerSet_BeginsWithTheSmallerOne()
    {
        var (small, large) = (Small.Draw(train: 5, test: 3), Small.Draw(train: 50, test: 1));

        Assert.Equal(small.Train.Samples.ToArray(), large.Train.Samples[..(5 * 30)].ToArray());
        Assert.Equal(small.Test.Samples.ToArray(), large.Train.Samples[(5 * 30)..(8 * 30)].ToArray());
    }

    [Fact]
    public void Draw_WithoutNoiseOrShift_GivesEachClassOneSmoothPicture()
    {
        var train = (Small with { Extents = new ImageExtents(16, 16, 1), Noise = 0, Shift = 0 }).Draw(train: 40, test: 1).Train;

        var pictures = Enumerable.Range(0, 40).GroupBy(i => train.Labels.Span[i], i => Convert.ToHexString(train.Samples.Slice(256 * i, 256).Span)).ToArray();
        Assert.Equal(3, pictures.Length);
        Assert.All(pictures, static samples => Assert.Single(samples.Distinct()));

        // A quarter of the largest difference of two grid nodes, and rounding.
        var picture = train.Samples[..256].ToArray();
        Assert.All(Enumerable.Range(0, 256).Where(static i => i % 16 > 0), i => Assert.InRange(Math.Abs(picture[i] - picture[i - 1]), 0, 65));
    }

    [Fact]
    public void Draw_WithShift_ShowsEveryPlaceOfThePicture()
    {
        var set = Small with { Extents = new ImageExtents(8, 8, 1), Classes = 1, Noise = 0, Shift = 1 };
        var samples = set.Draw(train: 200, test: 1).Train.Samples;

        Assert.Equal(9, Enumerable.Range(0, 200).Select(i => Convert.ToHexString(samples.Slice(64 * i, 64).Span)).Distinct().Count());
    }

    [Theory]
    [InlineData("32x32x3", 32, 32, 3)]
    [InlineData("1x65536x1", 1, 65536, 1)]
    public void Parse_WrittenExtents_AreRead(string text, int rows, int columns, int channels)
    {
        Assert.Equal(new ImageExtents(rows, columns, channels), ImageExtents.Parse(text));
        Assert.Equal(text, ImageExtents.Parse(text).ToString());
    }

    [Theory]
    [InlineData("")]
    [InlineData("32x32")]
    [InlineData("32x32x3x1")]
    [InlineData("0x32x3")]
    [InlineData("032x32x3")]
    [InlineData("-1x32x3")]
    [InlineData("32 x 32 x 3")]
    [InlineData("65537x1x1")]
    public void Parse_AnythingElse_IsNull(string text) => Assert.Null(ImageExtents.Parse(text));
}
