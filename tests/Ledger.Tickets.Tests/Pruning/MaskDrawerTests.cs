using Ledger.Events.Recorded;
using Ledger.Tickets.Pruning;
using Ledger.Training.Initialisers;
using Ledger.Training.Networks;
using Ledger.Training.States;

namespace Ledger.Tickets.Tests.Pruning;

/// <summary>Magnitude pruning in its canonical form: exact counts, ties by layer and index, nothing ever enabled again.</summary>
public sealed class MaskDrawerTests
{
    // Weights 3 × 4 and 4 × 2.
    private static readonly NetworkDescription Network = MultilayerPerceptron.Of(3, 4, 2);

    private static readonly float[] Ascending = [.. Enumerable.Range(1, 12).Select(static i => i * (i % 2 == 0 ? 1f : -1f))];

    [Fact]
    public void Draw_Global_PrunesTheLowestOfAllLayers()
    {
        // 0.25 of 20 are 5: 0.5 and 1.5 of the second layer, then 1, 2 and 3 of the first.
        var (mask, layers) = Draw(Ascending, [90, -0.5f, 80, 70, 1.5f, 60, 50, 40], Group(0.25m, "fc1", "fc2"));

        Assert.Equal([0, 1, 2], Pruned(mask, 0));
        Assert.Equal([1, 4], Pruned(mask, 1));
        Assert.Equal([new LayerDensity("fc1.weight", 9, 12, 3f, 0), new LayerDensity("fc2.weight", 6, 8, 1.5f, 0)], layers);
    }

    [Fact]
    public void Draw_Layerwise_PrunesEachLayersShare()
    {
        var (mask, layers) = Draw(Ascending, [90, -0.5f, 80, 70, 1.5f, 60, 50, 40], Group(0.25m, "fc1"), Group(0.25m, "fc2"));

        Assert.Equal([0, 1, 2], Pruned(mask, 0));
        Assert.Equal([1, 4], Pruned(mask, 1));
        Assert.Equal([3f, 1.5f], layers.Select(static layer => layer.Threshold));
    }

    [Fact]
    public void Draw_OutputOfItsOwnFraction_CompetesByItself()
    {
        // ⌊0.5 · 12⌋ and ⌊0.2 · 8⌋, although every weight of the output layer is smaller.
        var (mask, _) = Draw(Ascending, [0.1f, 0.2f, 0.3f, 0.4f, 0.5f, 0.6f, 0.7f, 0.8f], Group(0.5m, "fc1"), Group(0.2m, "fc2"));

        Assert.Equal([0, 1, 2, 3, 4, 5], Pruned(mask, 0));
        Assert.Equal([0], Pruned(mask, 1));
    }

    [Fact]
    public void Draw_ExemptLayer_IsUntouchedAndNotInTheQuota()
    {
        var (mask, layers) = Draw(Ascending, new float[8], Group(0.25m, "fc1"));

        Assert.Equal([0, 1, 2], Pruned(mask, 0));
        Assert.Empty(Pruned(mask, 1));
        Assert.Equal(new LayerDensity("fc2.weight", 8, 8, null, 0), layers[1]);
    }

    [Fact]
    public void Draw_EqualMagnitudes_GoByLayerThenIndex()
    {
        float[] mixed = [.. Enumerable.Range(0, 12).Select(static i => i % 3 == 0 ? 7f : -7f)];

        // 15 of 20.
        var (mask, layers) = Draw(mixed, mixed[..8], Group(0.75m, "fc1", "fc2"));

        Assert.Equal(Enumerable.Range(0, 12), Pruned(mask, 0));
        Assert.Equal([0, 1, 2], Pruned(mask, 1));
        Assert.Equal([new LayerDensity("fc1.weight", 0, 12, 7f, 0), new LayerDensity("fc2.weight", 5, 8, 7f, 5)], layers);
    }

    [Fact]
    public void Draw_ZerosOfEitherSign_AreOneScore()
    {
        float[] zeros = [0f, -0f, 0f, -0f, -0f, 0f, 1f, 1f, 1f, 1f, 1f, 1f];
        var (mask, layers) = Draw(zeros, [9, 9, 9, 9, 9, 9, 9, 9], Group(0.25m, "fc1"));

        Assert.Equal([0, 1, 2], Pruned(mask, 0));
        Assert.Equal(new LayerDensity("fc1.weight", 9, 12, 0f, 3), layers[0]);
        Assert.False(float.IsNegative(layers[0].Threshold!.Value));
    }

    [Fact]
    public void Draw_PrunedBefore_StaysPrunedAndOutOfTheQuota()
    {
        var previous = WeightMask.Dense(Network);
        foreach (var index in new[] { 8, 9, 10, 11 })
        {
            previous.Prune(0, index);
        }

        // ⌊0.3 · 8⌋; the largest magnitudes are those pruned before, two of them equal to the threshold.
        float[] values = [5, 2, 5, 5, 1, 5, 5, 5, 100, 2, 2, 100];
        var (mask, layers) = MaskDrawer.Draw(Rule(Group(0.3m, "fc1")), previous, State(values, new float[8]));

        Assert.Equal([1, 4, 8, 9, 10, 11], Pruned(mask, 0));
        Assert.Equal(new LayerDensity("fc1.weight", 6, 12, 2f, 0), layers[0]);
        Assert.Equal([8, 9, 10, 11], Pruned(previous, 0));
    }

    [Fact]
    public void Draw_ShareOfLessThanOneWeight_PrunesNothing()
    {
        var (mask, layers) = Draw(Ascending, new float[8], Group(0.08m, "fc1"));

        Assert.Equal(20, mask.Kept);
        Assert.All(layers, static layer => Assert.Null(layer.Threshold));
    }

    // Few distinct values, so that ties abound; the order spelt out.
    [Fact]
    public void Draw_RandomTies_EqualsASortByScoreLayerIndex()
    {
        var random = new Random(1);
        for (var round = 0; round < 100; round++)
        {
            float[][] values = [Draw(12), Draw(8)];
            var previous = WeightMask.Dense(Network);
            previous.Prune(0, random.Next(12));
            previous.Prune(1, random.Next(8));
            var kept = values.SelectMany((layer, l) => layer.Select((value, i) => (Score: Math.Abs(value), Layer: l, Index: i))).Where(weight => previous.Keeps(weight.Layer, weight.Index)).ToArray();
            var wanted = kept.OrderBy(static weight => weight.Score).ThenBy(static weight => weight.Layer).ThenBy(static weight => weight.Index).Take(kept.Length * 2 / 5).ToArray();

            var (mask, _) = MaskDrawer.Draw(Rule(Group(0.4m, "fc1", "fc2")), previous, State(values[0], values[1]));

            Assert.Equal(wanted.Select(static weight => (weight.Layer, weight.Index)).Order(), kept.Where(weight => !mask.Keeps(weight.Layer, weight.Index)).Select(static weight => (weight.Layer, weight.Index)));
        }

        float[] Draw(int count) => [.. Enumerable.Range(0, count).Select(_ => random.Next(-3, 4) / 2f)];
    }

    // The ladder of a global 20 %: 80, 64, 51.2, 40.96, 32.77 … 1.15 %.
    [Fact]
    public void Draw_TwentyRoundsOfLeNet_IsTheLadder()
    {
        int[] ladder = [212960, 170368, 136295, 109036, 87229, 69784, 55828, 44663, 35731, 28585, 22868, 18295, 14636, 11709, 9368, 7495, 5996, 4797, 3838, 3071];
        var network = NetworkCatalogue.Find("lenet-300-100")!;
        var rule = new PruningRule(network, "magnitude/1", "exact_floor/1", [Group(0.2m, "fc1", "fc2", "fc3")]);
        var final = new NetworkState(network, new GlorotNormal().Draw(network, seed: 1));
        var mask = WeightMask.Dense(network);
        for (var round = 0; round < ladder.Length; round++)
        {
            IReadOnlyList<LayerDensity> layers;
            (mask, layers) = MaskDrawer.Draw(rule, mask, final);

            Assert.Equal(ladder[round], mask.Kept);
            Assert.Equal(ladder[round], layers.Sum(static layer => layer.Kept));
            Assert.Equal(100 * Math.Pow(0.8, round + 1), 100.0 * mask.Kept / 266200, 0.005);
        }

        var smallest = network.Weights().SelectMany((weight, layer) => Enumerable.Range(0, weight.Size).Where(i => mask.Keeps(layer, i)).Select(i => Math.Abs(final.Values[weight.Offset + i]))).Min();
        Assert.Equal(3071, network.Weights().Sum(weight => final.Values[weight.Offset..weight.End].Count(w => Math.Abs(w) >= smallest)));
    }

    [Fact]
    public void Draw_UnknownNames_AreRefused()
    {
        var (dense, state) = (WeightMask.Dense(Network), State(Ascending, new float[8]));

        Assert.Throws<ArgumentException>(() => MaskDrawer.Draw(Rule() with { Criterion = "magnitude/2" }, dense, state));
        Assert.Throws<ArgumentException>(() => MaskDrawer.Draw(Rule() with { Count = "exact_ceil/1" }, dense, state));
    }

    private static (WeightMask Mask, IReadOnlyList<LayerDensity> Layers) Draw(float[] first, float[] second, params PruningGroup[] groups) =>
        MaskDrawer.Draw(Rule(groups), WeightMask.Dense(Network), State(first, second));

    private static PruningRule Rule(params PruningGroup[] groups) => new(Network, "magnitude/1", "exact_floor/1", groups);

    private static PruningGroup Group(decimal fraction, params string[] layers) => new([.. layers.Select(static layer => layer + ".weight")], fraction);

    private static NetworkState State(float[] first, float[] second) => new(Network, [.. first, 0, 0, 0, 0, .. second, 0, 0]);

    private static IEnumerable<int> Pruned(WeightMask mask, int layer) => Enumerable.Range(0, layer == 0 ? 12 : 8).Where(i => !mask.Keeps(layer, i));
}
