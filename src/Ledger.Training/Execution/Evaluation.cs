using Ledger.Arithmetic.Devices;
using Ledger.Arithmetic.Elementary;
using Ledger.Arithmetic.Tensors;
using Ledger.Training.Data;
using Ledger.Training.States;

namespace Ledger.Training.Execution;

/// <summary>What a state does on a list of samples.</summary>
/// <param name="Correct">Samples whose first largest logit is the label's.</param>
/// <param name="Total">Samples.</param>
/// <param name="Loss">Mean of the samples' losses: blocks of 32, folded pairwise, divided once; null if that is infinite or undefined.</param>
public sealed record Evaluation(int Correct, int Total, float? Loss)
{
    private const int Batch = 512;

    /// <summary>Evaluates a state; the batch it uses cannot be seen in the result.</summary>
    public static Evaluation Of(IDevice device, NetworkState state, WeightMask? mask, SampleSet samples, SampleRange range)
    {
        var network = new Perceptron(device, state.Network, state.Parameters, mask, Batch);
        var placed = device.Place(samples.Samples, new Shape(samples.Count, samples.Features));
        var labels = device.Place(samples.Labels, new Shape(samples.Count));
        var losses = new float[range.Count];
        var correct = 0;
        for (var first = 0; first < range.Count; first += Batch)
        {
            var rows = Math.Min(Batch, range.Count - first);
            var indices = Enumerable.Range(range.First + first, rows).ToArray();
            var batchLabels = device.AllocateBytes(new Shape(rows));
            var batchLosses = device.Allocate(new Shape(rows));
            device.GatherSamples(placed, indices, network.Input.FirstRows(rows));
            device.GatherLabels(labels, indices, batchLabels);
            correct += device.SampleLosses(network.Forward(rows), batchLabels, batchLosses);
            device.Read(batchLosses, losses.AsSpan(first, rows));
        }

        var loss = PairwiseBlocks.Sum(losses) / range.Count;
        return new Evaluation(correct, range.Count, float.IsFinite(loss) ? loss : null);
    }
}
