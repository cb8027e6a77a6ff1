using System.Security.Cryptography;
using System.Text;
using Ledger.Events.Derivations;
using Ledger.Events.Hashing;
using Ledger.Events.Recorded;
using Ledger.Tickets.Derivations;
using Ledger.Tickets.Results;
using Ledger.Training.Execution;

namespace Ledger.Tickets.Tests.Results;

/// <summary><c>ledger-result/1</c>, rebuilt here from its definition: what a paper prints never changes.</summary>
public sealed class ResultDigestTests
{
    private static readonly (string Kind, int Number, int? Step, string Key, string Output, string? History)[] Derivations =
    [
        (Kinds.Initialize, 1, null, "key 1", "output 1", null),
        (Kinds.State, 2, 500, "key 2", "output 2", "history"),
        (Kinds.DrawMask, 3, null, "key 3", "output 3", null),
        (Kinds.Rewind, 4, null, "key 4", "output 4", null),
        (Kinds.Evaluate, 5, 500, "key 5", "output 5", null),
    ];

    private static readonly StepTrained[] Steps =
    [
        new(1, 2.3025851f, 7, new Hex128(0x0123456789ABCDEF, 0xFEDCBA9876543210)),
        new(2, 1E-45f, 32, new Hex128(ulong.MaxValue, 0)),
        new(3, 0f, 0, new Hex128(1, 2)),
    ];

    [Fact]
    public void Current_AllKinds_IsTheHashOfItsDefinition()
    {
        var wanted = Hash("ledger-result/1 run", [.. Derivations.SelectMany(static derivation => (byte[])
        [
            .. BigEndian(derivation.Number, 4),
            .. BigEndian(derivation.Step ?? 0, 4),
            .. Of(derivation.Key).ToBytes(),
            .. Of(derivation.Output).ToBytes(),
            .. derivation.History is null ? new byte[32] : Of(derivation.History).ToBytes(),
        ])]);

        Assert.Equal(wanted, Result(Derivations));
        Assert.Equal("e79e712c47fd0e7ca81894f40e1f90fcb00373248190bfd124b65983636ec929", Result(Derivations));
    }

    [Fact]
    public void Current_NothingDone_IsTheHashOfTheName() => Assert.Equal(Hash("ledger-result/1 run", []), Result([]));

    [Fact]
    public void Current_AnotherOrder_IsAnother() => Assert.NotEqual(Result(Derivations), Result([Derivations[1], Derivations[0], .. Derivations[2..]]));

    [Fact]
    public void Add_KindWithoutANumber_IsRefused()
    {
        using var result = new ResultDigest();

        Assert.Throws<ArgumentException>(() => result.Add(Kinds.Train, null, new DerivationKey(Of("key")), Of("output"), null));
    }

    [Fact]
    public void TrajectoryHistory_Steps_IsTheHashOfItsDefinition()
    {
        var wanted = Hash("ledger-result/1 trajectory", [.. Steps.SelectMany(static step => (byte[])
        [
            .. BigEndian(step.Step, 4),
            .. BigEndian(BitConverter.SingleToInt32Bits(step.Loss), 4),
            .. BigEndian(step.Correct, 4),
            .. BigEndian((long)step.Fingerprint.First, 8),
            .. BigEndian((long)step.Fingerprint.Second, 8),
        ])]);

        Assert.Equal(wanted, History(Steps));
        Assert.Equal("101f83f6be0c93a89ed45fb042e97e69d171fde565e7cd711ac2801c6f7786fa", History(Steps));
    }

    [Fact]
    public void TrajectoryHistory_Current_MayBeTakenOnTheWay()
    {
        using var history = new TrajectoryHistory();
        history.Add(Steps[0]);
        Assert.Equal(History(Steps[..1]), history.Current().ToString());
        history.Add(Steps[1]);
        Assert.Equal((2, History(Steps[..2])), (history.Steps, history.Current().ToString()));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    [InlineData(-1)]
    public void TrajectoryHistory_StepOutOfOrder_IsRefused(int step)
    {
        using var history = new TrajectoryHistory();

        Assert.Throws<ArgumentException>(() => history.Add(Steps[0] with { Step = step }));
        Assert.Equal(0, history.Steps);
    }

    [Fact]
    public void EvaluationDigest_Numbers_IsTheHashOfItsDefinition()
    {
        var evaluation = new Evaluation(8123, 10000, 0.5612f);
        var wanted = Hash("ledger-evaluation/1", [.. BigEndian(8123, 4), .. BigEndian(10000, 4), .. BigEndian(BitConverter.SingleToInt32Bits(0.5612f), 4)]);

        Assert.Equal(wanted, EvaluationDigest.Of(evaluation).ToString());
        Assert.Equal(4, new[] { evaluation, evaluation with { Correct = 1 }, evaluation with { Total = 1 }, evaluation with { Loss = 1 } }.Select(EvaluationDigest.Of).Distinct().Count());
    }

    private static string Result(IEnumerable<(string Kind, int Number, int? Step, string Key, string Output, string? History)> derivations)
    {
        using var result = new ResultDigest();
        foreach (var (kind, _, step, key, output, history) in derivations)
        {
            result.Add(kind, step, new DerivationKey(Of(key)), Of(output), history is null ? null : Of(history));
        }

        return result.Current().ToString();
    }

    private static string History(IEnumerable<StepTrained> steps)
    {
        using var history = new TrajectoryHistory();
        foreach (var step in steps)
        {
            history.Add(step);
        }

        return history.Current().ToString();
    }

    private static string Hash(string name, byte[] content) => Convert.ToHexStringLower(SHA256.HashData((byte[])[.. Encoding.ASCII.GetBytes(name), .. content]));

    private static IEnumerable<byte> BigEndian(long number, int bytes) => Enumerable.Range(1, bytes).Select(i => (byte)(number >> (8 * (bytes - i))));

    private static Digest Of(string text) => Digest.Of(Encoding.UTF8.GetBytes(text));
}
