using Ledger.Arithmetic.Devices;
using Ledger.Arithmetic.Fast;
using Ledger.Arithmetic.Reference;
using Ledger.Arithmetic.Tensors;
using Ledger.Training.Recipes;
using Ledger.Training.Schedules;
using Ledger.Training.States;
using Ledger.Training.Tests.Fixtures;

namespace Ledger.Training.Tests.Execution;

/// <summary>Steps of a training: against plain loops, continued, masked, and on every device.</summary>
public sealed class TrainingSessionTests
{
    private static readonly ReferenceDevice Reference = new();

    [Theory]
    [InlineData(3, false)]
    [InlineData(40, false)]
    [InlineData(100, true)]
    public void Advance_ThreeSteps_EqualsPlainLoops(int batch, bool isMasked)
    {
        var training = SmallTraining.Of(batch, isMasked);
        var plain = new PlainNetwork(training.Recipe.Network, training.Mask);
        var order = new DataOrder(training.Recipe.Samples, batch, training.Recipe.OrderSeed);
        var session = training.Session(Reference, training.Start, 0, 3);
        var (parameters, velocity) = (training.Start.Values.ToArray(), new float[training.Start.Values.Length]);
        for (var step = 0; step < 3; step++)
        {
            var indices = order.BatchAt(step).ToArray();
            var (loss, correct, gradients) = plain.Backward(parameters, [.. indices.Select(i => training.Data.Train.Samples.Slice(i * 20, 20).ToArray())], [.. indices.Select(i => training.Data.Train.Labels.Span[i])]);
            Update(parameters, velocity, gradients, training.Mask);

            session.Advance();

            var record = session.Ring.Drain()[0];
            FloatBits.AssertEqual(new NetworkState(training.Recipe.Network, parameters, [new OptimiserSlot("velocity", velocity)]), session.Capture());
            Assert.Equal(new StepRecord(loss, correct, Fingerprint(parameters), IsFinite: true), record);
        }

        static void Update(float[] parameters, float[] velocity, float[] gradients, WeightMask? mask)
        {
            for (var i = 0; i < parameters.Length; i++)
            {
                velocity[i] = MathF.FusedMultiplyAdd(0.9f, velocity[i], MathF.FusedMultiplyAdd(0.0005f, parameters[i], gradients[i]));
                parameters[i] = MathF.FusedMultiplyAdd(-0.05f, velocity[i], parameters[i]);
            }

            (mask?.Select(parameters) ?? parameters).CopyTo(parameters, 0);
            (mask?.Select(velocity) ?? velocity).CopyTo(velocity, 0);
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(29)]
    public void Advance_FromACapturedState_EqualsTheUndisturbedTraining(int interrupted)
    {
        var training = SmallTraining.Of(batch: 23, isMasked: true);
        using var device = new CpuDevice();
        var (steps, end) = training.Run(device, 30);

        var (first, captured) = training.Run(device, interrupted);
        using var another = new CpuDevice();
        var stored = StateFile.ReadState(training.Recipe.Network, StateFile.Write(captured));
        var (rest, continued) = training.Run(another, stored, interrupted, 30);

        Assert.Equal(steps, (StepRecord[])[.. first, .. rest]);
        FloatBits.AssertEqual(end, continued);
    }

    // Without its slots a continued training is another one: the test above would see it.
    [Fact]
    public void Advance_FromACapturedStateWithoutSlots_Differs()
    {
        var training = SmallTraining.Of(batch: 23, isMasked: false);
        var (_, captured) = training.Run(Reference, 5);

        var (_, end) = training.Run(Reference, captured with { Slots = [] }, 5, 7);

        Assert.NotEqual(training.Run(Reference, 7).End.Values, end.Values);
    }

    [Fact]
    public void Advance_RecipeThatStartsFurtherOn_IsTheRestOfTheTraining()
    {
        var training = SmallTraining.Of(batch: 23, isMasked: false);
        var (steps, end) = training.Run(Reference, 12);
        var (_, start) = training.Run(Reference, 4);

        var later = training with { Recipe = training.Recipe with { SchedulePosition = 4, DataPosition = 4 } };
        var (rest, same) = later.Run(Reference, start, 0, 8);

        Assert.Equal(steps[4..], rest);
        FloatBits.AssertEqual(end, same);
        Assert.NotEqual(steps[4..], (training with { Recipe = training.Recipe with { SchedulePosition = 4 } }).Run(Reference, start, 0, 8).Steps);
        Assert.NotEqual(steps[4..], (training with { Recipe = training.Recipe with { DataPosition = 4 } }).Run(Reference, start, 0, 8).Steps);
    }

    [Fact]
    public void Advance_MaskedWeights_StayPositiveZeroVelocityToo()
    {
        var training = SmallTraining.Of(batch: 32, isMasked: true);
        var kept = training.Mask!.OverParameters();
        using var fast = new CpuDevice();
        foreach (IDevice device in new IDevice[] { Reference, fast })
        {
            var session = training.Session(device, training.Start, 0, 60);
            for (var step = 0; step < 60; step++)
            {
                session.Advance();
                var state = session.Capture();
                Assert.Equal(0u, Masked(state.Values, kept) | Masked(state.Slots[0].Values, kept));
            }

            Assert.Equal(training.Mask.Kept, WeightsOf(session.Capture()).Count(static w => w != 0));
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(31)]
    [InlineData(32)]
    [InlineData(60)]
    [InlineData(97)]
    [InlineData(128)]
    public void Advance_ThirtySteps_FastEqualsReference(int batch)
    {
        foreach (var isMasked in new[] { false, true })
        {
            var training = SmallTraining.Of(batch, isMasked);
            var (steps, end) = training.Run(Reference, 30);
            foreach (var threads in new[] { 1, 2 })
            {
                using var device = new CpuDevice(threads);
                var (found, foundEnd) = training.Run(device, 30);

                Assert.Equal(steps, found);
                FloatBits.AssertEqual(end, foundEnd);
            }

            Assert.All(steps, static step => Assert.True(step.IsFinite));
            Assert.Equal(30, steps.Select(static step => step.Fingerprint).Distinct().Count());
        }
    }

    [Fact]
    public void Advance_ThirtySteps_LearnsSomething()
    {
        var steps = SmallTraining.Of(batch: 60, isMasked: true).Run(Reference, 30).Steps;

        Assert.True(steps[^1].Loss < 0.7f * steps[0].Loss, $"from {steps[0].Loss} to {steps[^1].Loss}");
    }

    // A pruned weight that the given state still holds is skipped by the reference and would be multiplied by a fast kernel.
    [Fact]
    public void Advance_MaskedWeightsNotZeroAtTheStart_AreNeverRead()
    {
        var training = SmallTraining.Of(batch: 40, isMasked: true);
        var dirty = new NetworkState(training.Recipe.Network, [.. training.Start.Values.Select(static p => p == 0 ? 0.5f : p)]);
        dirty = dirty with { Values = Biased(dirty.Values, training) };
        using var fast = new CpuDevice();
        foreach (IDevice device in new IDevice[] { Reference, fast })
        {
            Assert.Equal(training.Run(device, 3).Steps, training.Run(device, dirty, 0, 3).Steps);
        }
    }

    [Fact]
    public void Advance_RateThatDiverges_IsFlaggedAtTheSameStepEverywhere()
    {
        var training = SmallTraining.Of(batch: 33, isMasked: true);
        training = training with { Recipe = training.Recipe with { Schedule = new MultiStepSchedule(1e9m, [], 1m) } };
        using var device = new CpuDevice();
        var (steps, fast) = (training.Run(Reference, 12).Steps, training.Run(device, 12).Steps);

        var diverged = Array.FindIndex(steps, static step => !step.IsFinite);
        Assert.InRange(diverged, 1, 11);
        Assert.Equal(steps[..diverged], fast[..diverged]);
        Assert.False(fast[diverged].IsFinite);
        Assert.Equal(default, fast[diverged].Fingerprint);
    }

    [Fact]
    public void Capture_BeforeTheFirstStep_IsTheStateAsItCame()
    {
        var training = SmallTraining.Of(batch: 10, isMasked: false);
        FloatBits.AssertEqual(training.Start, training.Session(Reference, training.Start, 0, 0).Capture());

        var (_, later) = training.Run(Reference, 2);
        FloatBits.AssertEqual(later, training.Session(Reference, later, 2, 2).Capture());
    }

    private static float[] Biased(float[] parameters, SmallTraining training)
    {
        foreach (var bias in training.Recipe.Network.Parameters().Where(static tensor => !tensor.IsPrunable))
        {
            training.Start.Values.AsSpan(bias.Offset, bias.Size).CopyTo(parameters.AsSpan(bias.Offset));
        }

        return parameters;
    }

    private static uint Masked(float[] values, byte[] kept) =>
        FloatBits.Of(values).Where((_, i) => (kept[i / 8] >> (i % 8) & 1) == 0).Aggregate(0u, static (all, bits) => all | bits);

    private static IEnumerable<float> WeightsOf(NetworkState state) =>
        state.Network.Weights().SelectMany(weight => state.Values[weight.Offset..weight.End]);

    private static Arithmetic.Fingerprint Fingerprint(float[] parameters)
    {
        var tensor = Reference.Allocate(new Shape(parameters.Length));
        Reference.Write(parameters, tensor);
        return Reference.Fingerprint(tensor);
    }
}
