using Ledger.Tickets.Derivations;
using Ledger.Training.Data;

namespace Ledger.Cli.Tests.Data;

public sealed class KnownDigestTests
{
    [Fact]
    public void FashionMnist_AsDebianInstallsIt_HasThePublishedDigest()
    {
        var set = DataSetCatalogue.Find("fashion-mnist")!;
        Assert.SkipUnless(Directory.Exists(set.InstalledFolder), "dataset-fashion-mnist is not installed");

        Assert.Equal(set.KnownDigest, DataDigest.Of(set.Read(folder: null)).ToString());
    }
}
