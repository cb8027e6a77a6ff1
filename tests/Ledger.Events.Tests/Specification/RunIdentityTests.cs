using System.Text;
using Ledger.Events.Canonical;
using Ledger.Events.Specification;

namespace Ledger.Events.Tests.Specification;

/// <summary>The golden digests were computed by another implementation (Python's hashlib over the JSON below).</summary>
public sealed class RunIdentityTests
{
    private const string CanonicalForm =
        """{"data":{"set":"fashion-mnist","validation":5000},"evaluation":{"every":0,"splits":["validation","test"]},"initialiser":"glorot_normal/1","method":{"count":"exact_floor/1","criterion":"magnitude/1","fraction":"0.2","name":"imp/1","outputFraction":"0.1","restore":{"data":"rewind","schedule":"rewind","slots":"zero","weights":"rewind"},"rewindStep":500,"rounds":8,"scope":"global"},"network":"lenet-300-100","seed":"1","training":{"batch":60,"factor":"0.1","milestones":[4000,5200],"momentum":"0.9","optimiser":"sgd/1","rate":"0.1","steps":6000,"weightDecay":"0.0001"}}""";

    private static readonly ExperimentSpecification Example = new(
        new DataSpecification("fashion-mnist", 5000),
        "lenet-300-100",
        "glorot_normal/1",
        new TrainingSpecification(6000, 60, "sgd/1", 0.90m, 0.0001m, 0.1m, [4000, 5200], 0.1m),
        new PruningSpecification(
            "imp/1", 8, 500, "magnitude/1", PruningScope.Global, "exact_floor/1", 0.2m, 0.1m,
            new RestoreSpecification(RestoreRule.Rewind, RestoreRule.Zero, RestoreRule.Rewind, RestoreRule.Rewind)),
        new EvaluationSpecification(["validation", "test"], 0),
        1);

    [Fact]
    public void Serialize_Specification_IsTheGoldenForm() =>
        Assert.Equal(CanonicalForm, Encoding.UTF8.GetString(CanonicalJson.Serialize(Example)));

    [Fact]
    public void Experiment_Specification_IsTheGoldenDigest() =>
        Assert.Equal("2b4036481a4d97497483ca714baa324b44e782357897b78724d88711fb3ca14f", RunIdentity.Experiment(Example).ToString());

    [Theory]
    [InlineData(0, "8d319bd27837f112eb4816b512fe5cc04aeea73b691fd943d8d55adc2f9b10a6", "run-ruyzxutyg7yrf22ic22rf7s4ybfo5jz3")]
    [InlineData(1, "c412a2e6fd536c3e64ff3af4da64173601f842ecc2a124cc5fe6872c198fcb68", "run-yqjkfzx5knwd4zh7hl2nuzaxgya7qqxm")]
    [InlineData(2, "bb77a26a5e92ebe44d98fe43bb3b7483e08b789219eeca91c7859662a9ad63dd", "run-xn32e2s6slv6itmy7zb3wo3uqpqiw6es")]
    public void Run_Replicate_HasTheGoldenDigestAndStream(int replicate, string digest, string stream)
    {
        var run = RunIdentity.Run(RunIdentity.Experiment(Example), replicate);
        Assert.Equal(digest, run.ToString());
        Assert.Equal(stream, RunIdentity.Stream(run).ToString());
    }

    [Fact]
    public void Run_NegativeReplicate_IsRefused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => RunIdentity.Run(RunIdentity.Experiment(Example), -1));
}
