using Ledger.Arithmetic.Fast;
using Ledger.Arithmetic.Reference;
using Ledger.Training.Data;
using Ledger.Training.Execution;
using Ledger.Training.Tests.Fixtures;

namespace Ledger.Training.Tests.Execution;

/// <summary>Networks of every layer: fast equals reference, step by step and in evaluation.</summary>
public sealed class LayerTests
{
    /// <summary>Every small network, dense, as a ticket that runs dense, and as a sparse one, in batches off the block's edge.</summary>
    public static TheoryData<string, int, double, int> Cases()
    {
        var cases = new TheoryData<string, int, double, int>();
        foreach (var name in SmallNetworks.Names)
        {
            cases.Add(name, 3, 1, 1);
            cases.Add(name, 33, 0.5, 1);
            cases.Add(name, 70, 1, 2);
            cases.Add(name, 70, 0.5, 3);
            cases.Add(name, 33, 0.05, 2);
            cases.Add(name, 70, 0.05, 1);
        }

        return cases;
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Advance_FastDevice_EqualsReference(string name, int batch, double kept, int threads)
    {
        var training = SmallNetworks.Training(name, batch, kept);
        using var fast = new CpuDevice(threads);
        var (wanted, end) = training.Run(new ReferenceDevice(), 4);

        var (steps, found) = training.Run(fast, 4);

        Assert.All(wanted, static step => Assert.True(step.IsFinite));
        Assert.Equal(4, wanted.Select(static step => step.Loss).Distinct().Count());
        Assert.Equal(wanted, steps);
        FloatBits.AssertEqual(end, found);
        Assert.Equal(
            Evaluation.Of(new ReferenceDevice(), end, training.Mask, training.Data.Test, new SampleRange("test", 0, 37), training.Recipe.Images),
            Evaluation.Of(fast, end, training.Mask, training.Data.Test, new SampleRange("test", 0, 37), training.Recipe.Images));
    }

    [Theory]
    [InlineData("dropout")]
    [InlineData("residual")]
    public void Advance_FromACapturedState_EqualsTheUndisturbedTraining(string name)
    {
        var training = SmallNetworks.Training(name, 33, kept: 0.5);
        using var device = new CpuDevice();
        var (steps, end) = training.Run(device, 8);
        var (first, middle) = training.Run(device, 3);

        var (rest, found) = training.Run(device, middle, 3, 8);

        Assert.Equal(steps, first.Concat(rest));
        FloatBits.AssertEqual(end, found);
    }

    [Theory]
    [InlineData("dropout", 1)]
    [InlineData("residual", 0.5)]
    [InlineData("pre-activation", 0.05)]
    [InlineData("pools", 1)]
    public void Advance_OnceEverythingHasRun_AllocatesNothing(string name, double kept)
    {
        var training = SmallNetworks.Training(name, 33, kept);
        using var device = new CpuDevice();
        var session = training.Session(device, training.Start, 0, 20);
        for (var step = 0; step < 8; step++)
        {
            session.Advance();
        }

        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var step = 0; step < 8; step++)
        {
            session.Advance();
        }

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }
}
