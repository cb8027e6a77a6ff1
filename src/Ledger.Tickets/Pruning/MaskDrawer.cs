using Ledger.Events.Recorded;
using Ledger.Tickets.Counting;
using Ledger.Tickets.Criteria;
using Ledger.Training.States;

namespace Ledger.Tickets.Pruning;

/// <summary>Magnitude pruning in its canonical form, for any score: within a group the lowest scores go first.</summary>
public static class MaskDrawer
{
    /// <summary>The pruned mask and what it keeps of each layer; weights pruned before stay pruned.</summary>
    public static (WeightMask Mask, IReadOnlyList<LayerDensity> Layers) Draw(PruningRule rule, WeightMask previous, NetworkState final)
    {
        var criterion = CriterionCatalogue.Find(rule.Criterion) ?? throw new ArgumentException($"criterion '{rule.Criterion}' is unknown here", nameof(rule));
        var count = CountRuleCatalogue.Find(rule.Count) ?? throw new ArgumentException($"count rule '{rule.Count}' is unknown here", nameof(rule));
        var weights = rule.Network.Weights().ToArray();
        var scores = weights.Select(weight => criterion.Score(weight, final)).ToArray();
        var mask = previous.Copy();
        var thresholds = new float?[weights.Length];
        foreach (var group in rule.Groups)
        {
            var layers = group.Layers.Select(name => Array.FindIndex(weights, weight => weight.Name == name)).ToArray();
            var order = Order(layers, previous, scores);
            foreach (var (layer, index) in order.Take(count.ToPrune(group.Fraction, order.Length)))
            {
                mask.Prune(layer, index);
                thresholds[layer] = Larger(thresholds[layer], scores[layer][index]);
            }
        }

        return (mask, [.. weights.Select((weight, layer) => Density(weight.Name, layer, mask, scores[layer], thresholds[layer]))]);
    }

    /// <summary>The group's kept weights by (score, layer, flat index), lowest first.</summary>
    private static (int Layer, int Index)[] Order(int[] layers, WeightMask mask, float[][] scores)
    {
        var kept = layers.SelectMany(layer => Enumerable.Range(0, scores[layer].Length).Where(index => mask.Keeps(layer, index)).Select(index => (layer, index))).ToArray();
        var keys = new (float Score, int Rank)[kept.Length];
        for (var i = 0; i < kept.Length; i++)
        {
            keys[i] = (scores[kept[i].layer][kept[i].index], i);
        }

        Array.Sort(keys, kept, Comparer<(float Score, int Rank)>.Create(static (a, b) =>
            a.Score < b.Score ? -1 : a.Score > b.Score ? 1 : a.Rank.CompareTo(b.Rank)));
        return kept;
    }

    private static LayerDensity Density(string name, int layer, WeightMask mask, float[] scores, float? threshold) => new(
        name,
        mask.KeptIn(layer),
        scores.Length,
        threshold,
        threshold is { } score ? Enumerable.Range(0, scores.Length).Count(index => scores[index] == score && mask.Keeps(layer, index)) : 0);

    private static float Larger(float? threshold, float score) => threshold is { } largest && largest > score ? largest : score;
}
