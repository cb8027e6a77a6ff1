using Ledger.Arithmetic.Fast;
using Ledger.Arithmetic.Reference;
using Ledger.Training.Data;
using Ledger.Training.Execution;
using Ledger.Training.Tests.Fixtures;

namespace Ledger.Training.Tests.Execution;

/// <summary>Counts and losses of a state, whatever the batch they were computed in.</summary>
public sealed class EvaluationTests
{
    [Theory]
    [InlineData(0, 1, false)]
    [InlineData(5, 33, true)]
    [InlineData(0, 511, false)]
    [InlineData(100, 512, true)]
    [InlineData(3, 513, false)]
    [InlineData(0, 1100, true)]
    public void Of_AnyList_EqualsPlainLoops(int first, int count, bool isMasked)
    {
        var training = SmallTraining.Of(batch: 50, isMasked, samples: 1100);
        var (_, state) = training.Run(new ReferenceDevice(), 10);
        var train = training.Data.Train;
        var plain = new PlainNetwork(state.Network, training.Mask);
        var losses = Enumerable.Range(first, count)
            .Select(i => PlainNetwork.Loss(plain.Activations(state.Values, train.Samples.Span.Slice(20 * i, 20))[^1], train.Labels.Span[i])).ToArray();
        var wanted = new Evaluation(losses.Count(static loss => loss.IsCorrect), count, PlainNetwork.BlockSum(count, (sum, i) => sum + losses[i].Loss) / count);

        var range = new SampleRange("train", first, count);
        using var fast = new CpuDevice(threads: 2);
        Assert.Equal(wanted, Evaluation.Of(new ReferenceDevice(), state, training.Mask, train, range));
        Assert.Equal(wanted, Evaluation.Of(fast, state, training.Mask, train, range));
    }

    [Fact]
    public void Of_EqualLogits_CountsTheFirstClass()
    {
        var training = SmallTraining.Of(batch: 50, isMasked: false);
        var zero = training.Start with { Values = new float[training.Start.Values.Length] };

        var evaluation = Evaluation.Of(new ReferenceDevice(), zero, mask: null, training.Data.Test, new SampleRange("test", 0, 40));

        Assert.Equal(training.Data.Test.Labels.ToArray().Count(static label => label == 0), evaluation.Correct);
        Assert.Equal((float)Math.Log(5), evaluation.Loss!.Value, 1e-6f);
    }
}
