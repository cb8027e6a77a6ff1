using Ledger.Tickets.Counting;
using Ledger.Tickets.Pruning;
using Ledger.Training.Networks;

namespace Ledger.Application.Specifications;

/// <summary>How many weights remain after each round, known before anything is trained.</summary>
public static class PruneForecast
{
    /// <summary>The kept weights of each group after rounds 0, 1, …: an endless sequence.</summary>
    public static IEnumerable<IReadOnlyList<int>> Kept(NetworkDescription network, IReadOnlyList<PruningGroup> groups, ICountRule rule)
    {
        var sizes = network.Weights().ToDictionary(static weight => weight.Name, static weight => weight.Size, StringComparer.Ordinal);
        IReadOnlyList<int> kept = [.. groups.Select(group => group.Layers.Sum(layer => sizes[layer]))];
        while (true)
        {
            yield return kept;
            kept = [.. kept.Zip(groups, (count, group) => count - rule.ToPrune(group.Fraction, count))];
        }
    }

    /// <summary>The first of <paramref name="rounds"/> rounds that would prune nothing in any group, or null.</summary>
    public static int? FirstIdleRound(NetworkDescription network, IReadOnlyList<PruningGroup> groups, ICountRule rule, int rounds)
    {
        var after = Kept(network, groups, rule).Take(rounds + 1).ToList();
        var idle = Enumerable.Range(1, rounds).FirstOrDefault(round => after[round].SequenceEqual(after[round - 1]));
        return idle == 0 ? null : idle;
    }
}
