using Ledger.Application.Failures;
using Ledger.Application.Replays;
using Ledger.Events.Recorded;

namespace Ledger.Application.Tests.Scenarios;

/// <summary>One bit wrong in one call of each operation: found, and the one named who made it.</summary>
public sealed class PlantedFaultTests : IDisposable
{
    // A run asks its first device what it is, trains steps 1–4 on the second, 5–12 on the third, and evaluates on the fourth.
    private const int FirstSegment = 2, SecondSegment = 3, Evaluation = 4;

    // Of a device; in the second segment that is step 7 of the trajectory.
    private const int Step = 3;
    private const int StepInSecond = 7;

    private readonly Bench _bench = new();

    /// <summary>Operation, calls of it in a step, which of them errs, and the tensor named.</summary>
    public static TheoryData<string, int, int, string> Training => new()
    {
        { "GatherSamples", 1, 1, "input" },
        { "GatherLabels", 1, 1, "labels" },
        { "MatrixProduct", 2, 1, "fc1" },
        { "MatrixProduct", 2, 2, "fc2" },
        { "AddBias", 2, 1, "fc1" },
        { "AddBias", 2, 2, "fc2" },
        { "Relu", 1, 1, "fc1" },
        { "SoftmaxCrossEntropy", 1, 1, "fc2.gradient" },
        { "SoftmaxCrossEntropy.loss", 1, 1, "loss" },
        { "SoftmaxCrossEntropy.correct", 1, 1, "correct" },
        { "WeightGradient", 2, 1, "fc2.weight.gradient" },
        { "WeightGradient", 2, 2, "fc1.weight.gradient" },
        { "BiasGradient", 2, 1, "fc2.bias.gradient" },
        { "BiasGradient", 2, 2, "fc1.bias.gradient" },
        { "InputGradient", 1, 1, "fc2.input.gradient" },
        { "ReluGradient", 1, 1, "fc1.gradient" },
        { "SgdStep.parameters", 1, 1, "" },
        { "SgdStep.velocity", 1, 1, ".velocity" },
        { "SgdStep.fingerprint", 1, 1, "fingerprint" },
    };

    [Theory]
    [MemberData(nameof(Training))]
    public async Task Replay_WithAFaultInALocalKernel_NamesOperationAndElementAndBlamesTheMachine(string operation, int callsOfStep, int call, string tensor)
    {
        var run = await _bench.Run(TinyExperiment.Specification);
        var fault = new Fault(operation, ((Step - 1) * callsOfStep) + call);

        // One segment alone, so that the fault knows which element it altered.
        var replay = new ReplayRuns([new ReplayTarget(run.Run, Round: 0, Step: 4)], new ReplayOptions());
        var exception = await Assert.ThrowsAsync<KernelFaultException>(() => _bench.Send(replay, new FaultyDevices(fault)));

        var mismatch = exception.Mismatch!;
        Assert.Equal((Step, operation.Split('.')[0]), (mismatch.Step, mismatch.Operation));
        Assert.EndsWith(tensor, mismatch.Element.Tensor.Split(".0")[0], StringComparison.Ordinal);
        Assert.True(System.Numerics.BitOperations.IsPow2(mismatch.Element.Found ^ mismatch.Element.Wanted));
        Assert.Contains(mismatch.Element.Place, exception.Message, StringComparison.Ordinal);
        if (!operation.StartsWith("SgdStep", StringComparison.Ordinal))
        {
            Assert.Equal(fault.Index, mismatch.Element.Index);
        }

        Assert.Empty(await Audits());
    }

    [Theory]
    [MemberData(nameof(Training))]
    public async Task Replay_OfWhatAFaultyKernelRecorded_RefutesTheExactStep(string operation, int callsOfStep, int call, string tensor)
    {
        var run = await _bench.Run(TinyExperiment.Specification, new FaultyDevices(new Fault(operation, ((Step - 1) * callsOfStep) + call, SecondSegment)));

        var report = await _bench.Send(new ReplayRun(run.Run));

        // The fingerprint is summed with the update: what is altered afterwards shows in the next step.
        var step = tensor is "" or ".velocity" ? StepInSecond + 1 : StepInSecond;
        var difference = report.Difference!;
        Assert.Equal((0, "train/1", step, ReplayVerdict.Refuted), (difference.Round, difference.What, difference.Step, difference.Verdict));
        Assert.Equal(step - 1, report.Steps);
        Assert.Equal(step, Assert.Single((await Audits()).OfType<DerivationRefuted>()).Step);

        // What is only reported wrongly leaves no trace in any state.
        var isOnlyReported = operation is "SoftmaxCrossEntropy.loss" or "SoftmaxCrossEntropy.correct" or "SgdStep.fingerprint";
        Assert.Equal(isOnlyReported ? null : 12, difference.ElementStep);
    }

    [Fact]
    public async Task Replay_OfAVelocityThatErredInTheLastStepBeforeAState_NamesItsElement()
    {
        var fault = new Fault("SgdStep.velocity", Call: 4, FirstSegment);
        var run = await _bench.Run(TinyExperiment.Specification, new FaultyDevices(fault));

        foreach (var fromSeed in new[] { false, true })
        {
            var difference = (await _bench.Send(new ReplayRun(run.Run, new ReplayOptions(FromSeed: fromSeed, Records: false)))).Difference!;

            Assert.Equal(("state/1", 4, 4), (difference.What, difference.Step, difference.ElementStep));
            Assert.EndsWith(".velocity", difference.Element!.Tensor, StringComparison.Ordinal);
            Assert.Equal(1u << fault.Bit, difference.Element.Found ^ difference.Element.Wanted);
        }
    }

    [Theory]
    [InlineData("SampleLosses", "losses")]
    [InlineData("SampleLosses.correct", "correct")]
    public async Task Replay_OfAnEvaluation_TellsLocalFromRecordedFaults(string operation, string tensor)
    {
        using var other = new Bench();
        var clean = await _bench.Run(TinyExperiment.Specification);
        var exception = await Assert.ThrowsAsync<KernelFaultException>(() => _bench.Send(new ReplayRun(clean.Run), new FaultyDevices(new Fault(operation, 1))));
        var faulty = await other.Run(TinyExperiment.Specification, new FaultyDevices(new Fault(operation, 1, Evaluation)));
        var difference = (await other.Send(new ReplayRun(faulty.Run))).Difference!;

        Assert.Equal(("SampleLosses", tensor), (exception.Mismatch!.Operation, exception.Mismatch.Element.Tensor));
        Assert.Equal((0, "evaluate/1", ReplayVerdict.Refuted), (difference.Round, difference.What, difference.Verdict));
    }

    [Fact]
    public async Task Replay_WithAFaultThatDoesNotComeAgain_BlamesTheMachineWithoutAnOperation()
    {
        var run = await _bench.Run(TinyExperiment.Specification);

        // The first device measures the speed, the second computes.
        var fault = new Fault("WeightGradient", 5, Device: 2);
        var exception = await Assert.ThrowsAsync<KernelFaultException>(() => _bench.Send(new ReplayRun(run.Run, new ReplayOptions(Jobs: 1)), new FaultyDevices(fault)));

        Assert.Null(exception.Mismatch);
        Assert.Empty(await Audits());
    }

    [Fact]
    public async Task Documentation_ShowsWhatIsSaid()
    {
        using var other = new Bench();
        var page = await File.ReadAllTextAsync(Page(), TestContext.Current.CancellationToken);
        var clean = await _bench.Run(TinyExperiment.Specification);
        var fault = await Assert.ThrowsAsync<KernelFaultException>(() => _bench.Send(new ReplayRun(clean.Run), new FaultyDevices(5)));
        var faulty = await other.Run(TinyExperiment.Specification, new FaultyDevices(new Fault("WeightGradient", 5, SecondSegment)));
        var difference = (await other.Send(new ReplayRun(faulty.Run))).Difference!;

        Assert.Contains(fault.Message, page, StringComparison.Ordinal);
        Assert.Contains($"  where     {difference.Place}", page, StringComparison.Ordinal);
        Assert.Contains($"  recorded  {difference.Recorded}", page, StringComparison.Ordinal);
        Assert.Contains($"  computed  {difference.Found}", page, StringComparison.Ordinal);
        Assert.Contains(difference.Element!.Describe("computed", "recorded"), page, StringComparison.Ordinal);
    }

    public void Dispose() => _bench.Dispose();

    private static string Page()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "Ledger.sln")))
        {
            folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException($"no Ledger.sln above {AppContext.BaseDirectory}");
        }

        return Path.Combine(folder, "docs", "replay.md");
    }

    private async Task<IReadOnlyList<ILedgerEvent>> Audits()
    {
        using var store = _bench.Open();
        return await store.ReadAll().Where(static stored => stored.Stream.Prefix == "audit").Select(EventCatalogue.Read).ToListAsync(TestContext.Current.CancellationToken);
    }
}
