using Ledger.Tickets.Derivations;
using Ledger.Training.Data;

namespace Ledger.Tickets.Tests.Derivations;

/// <summary>The digest of decoded samples; the golden value comes from another implementation of generator and digest.</summary>
public sealed class DataDigestTests
{
    private static readonly DataSource Source = new SyntheticSet(Features: 5, Classes: 3, Noise: 20, Seed: 42).Draw(train: 4, test: 2);

    [Fact]
    public void Of_SyntheticSet_IsTheGoldenOne() =>
        Assert.Equal("c8795fb52d2eec05eae29d657155febacf4ae2a41181780fdb53404e21509286", DataDigest.Of(Source).ToString());

    [Fact]
    public void Of_AnotherLabelSampleOrDivision_IsAnother()
    {
        byte[] samples = [.. Source.Train.Samples.Span], labels = [.. Source.Train.Labels.Span];
        (samples[19], labels[3]) = (samples[19] ^= 1, labels[3] ^= 1);
        DataSource[] all =
        [
            Source,
            Source with { Train = Source.Train with { Samples = samples } },
            Source with { Train = Source.Train with { Labels = labels } },
            Source with { Train = Source.Train with { Features = 4 } },
            Source with { Train = Source.Test, Test = Source.Train },
        ];

        Assert.Equal(all.Length, all.Select(DataDigest.Of).Distinct().Count());
    }
}
