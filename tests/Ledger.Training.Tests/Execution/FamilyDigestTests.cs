using Ledger.Arithmetic.Devices;
using Ledger.Arithmetic.Fast;
using Ledger.Arithmetic.Reference;
using Ledger.Training.Tests.Fixtures;

namespace Ledger.Training.Tests.Execution;

/// <summary>Fingerprints of training steps of every family of networks, pinned: equal on any vectors and threads, now and later.</summary>
public sealed class FamilyDigestTests
{
    private const int Steps = 2, Batch = 3, LongSteps = 50;

    private static readonly bool IsLong = Environment.GetEnvironmentVariable("LEDGER_LONG_TESTS") == "1";

    private enum Cost
    {
        /// <summary>Made by every device, the reference's too, on each run of the tests.</summary>
        Light,

        /// <summary>Made on the widest vectors; by every device with --long.</summary>
        Usual,

        /// <summary>Made with --long.</summary>
        Heavy,
    }

    // A dense network and a ticket with one weight in 20.
    private static readonly (string Network, Cost Cost, string Dense, string Ticket)[] Pinned =
    [
        ("lenet-300-100", Cost.Light, "80e0d6eb467132533749be00f0ba665b", "da0973afcbb05755ed961e03ca6f58d9"),
        ("lenet-5", Cost.Light, "86e2e2438e90b813ccf6f2d88f8d6549", "6d7f161e3912617736da4c83e4e219f5"),
        ("conv-2", Cost.Usual, "ecf3a00e4557b869411fc342243a1a4b", "01e3951fbe9b673bdfe717510c0f3f23"),
        ("conv-4-dropout", Cost.Usual, "6456e4cbb957ea01ceee7222f944af9d", "12522101a46b4597c05582d0d12e566d"),
        ("conv-6", Cost.Usual, "858b4f7a6344f3a9b09d5bee6e8254d3", "9571742ef8c2a8357446c52c98c06a5f"),
        ("resnet-20", Cost.Light, "88bbccb5b6e346c211be5d1922b3aa3a", "9820e2a7332156551e3a12d6799684e1"),
        ("resnet-20-a", Cost.Usual, "2f49a2262bcb1ab8e2405f288d068b98", "e211e08a8e29910d47b9db28ee0bea85"),
        ("resnet-56-bottleneck", Cost.Usual, "29c8541724a111628d4fa377205160d8", "837d762537b2b1d08811561652870578"),
        ("wideresnet-22-2-dropout", Cost.Usual, "a9671e72acc047ab19ac39e958910d63", "b039f1c99e1970c52da1fcadc81876b1"),
        ("vgg-11-bn", Cost.Usual, "0db5acb403255f36663817cdb41109f4", "50f4cdb7a55f95bed73412815036acbe"),
        ("resnet-18", Cost.Usual, "25e464a5d1680af2ed4c3ca235ff5866", "1c6c20d2e616ade7a00c2973edafcedf"),
        ("resnet-50", Cost.Heavy, "743f4a805ac22569efa118101a926617", "3d5284ea7a0d19849fdbaac20d10076a"),
    ];

    // After 50 steps at the batch that the literature trains with.
    private static readonly (string Network, int Batch, string Dense, string Ticket)[] LongPinned =
    [
        ("lenet-300-100", 60, "64782a7561eb400c56e2305481d6f7ac", "c7fccbb1002f605a558f00c73cd3d24a"),
        ("lenet-5", 128, "8036218e0400ef7d336ec77f0a50562f", "3365009d4502da66a35eb62271a6faf6"),
        ("conv-2", 60, "01bfb8f23a3f18f29a9c10c505ea3568", "70bcb244fa4182d8a562f3185c230870"),
        ("resnet-20", 128, "8fa7b069eb680de39b83a79a7408e9ed", "9f158e8fb1fb5c835d62f98f5b71a145"),
    ];

    /// <summary>Every row, dense and masked.</summary>
    public static TheoryData<string, bool> Cases() => Both(Pinned.Select(static row => row.Network));

    /// <summary>Every long row, dense and masked.</summary>
    public static TheoryData<string, bool> LongCases() => Both(LongPinned.Select(static row => row.Network));

    [Theory]
    [MemberData(nameof(Cases))]
    public void Advance_AFewSteps_LeadsToThePinnedFingerprint(string network, bool isMasked)
    {
        var row = Pinned.Single(row => row.Network == network);
        Assert.SkipUnless(IsLong || row.Cost != Cost.Heavy, "trains for a minute: ./test --long");

        AssertAll(IsLong || row.Cost == Cost.Light ? All() : Widest(), FamilyTraining.Of(network, Batch, isMasked), Steps, isMasked ? row.Ticket : row.Dense);
    }

    [Theory]
    [MemberData(nameof(LongCases))]
    public void Advance_FiftyStepsAtFullSize_LeadsToThePinnedFingerprint(string network, bool isMasked)
    {
        Assert.SkipUnless(IsLong, "trains for minutes: ./test --long");
        var row = LongPinned.Single(row => row.Network == network);

        AssertAll(Widest(), FamilyTraining.Of(network, row.Batch, isMasked), LongSteps, isMasked ? row.Ticket : row.Dense);
    }

    private static void AssertAll(IEnumerable<(string Name, Func<IDevice> Make)> devices, SmallTraining training, int steps, string pinned)
    {
        foreach (var (name, make) in devices)
        {
            using var device = make();
            Assert.Equal((name, pinned), (name, FamilyTraining.Fingerprint(training, device, steps)));
        }
    }

    /// <summary>The two kinds of lanes that run fastest here, AVX-512 and AVX2 where there are both, with one thread and with two.</summary>
    private static IEnumerable<(string Name, Func<IDevice> Make)> Widest() =>
        LaneKinds.Supported().TakeLast(2).SelectMany(static kind => new[] { Fast(kind, threads: 1), Fast(kind, threads: 2) });

    /// <summary>Those, all narrower lanes, those without fma hardware among them, and the reference.</summary>
    private static IEnumerable<(string Name, Func<IDevice> Make)> All() =>
        [.. Widest(), .. LaneKinds.Supported().SkipLast(2).Select(static kind => Fast(kind, threads: 1)), ("reference", static () => new ReferenceDevice())];

    private static (string Name, Func<IDevice> Make) Fast(LaneKind kind, int threads) => ($"{kind}, {threads}", () => new CpuDevice(threads, kind));

    private static TheoryData<string, bool> Both(IEnumerable<string> networks)
    {
        var cases = new TheoryData<string, bool>();
        foreach (var network in networks)
        {
            cases.Add(network, false);
            cases.Add(network, true);
        }

        return cases;
    }
}
