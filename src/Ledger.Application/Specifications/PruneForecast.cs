using Ledger.Tickets.Counts;

namespace Ledger.Application.Specifications;

/// <summary>How many weights remain after each round of <c>exact_floor/1</c>, known before anything is trained.</summary>
public static class PruneForecast
{
    /// <summary>The kept weights of each group after rounds 0, 1, …: an endless sequence.</summary>
    public static IEnumerable<IReadOnlyList<long>> Kept(IReadOnlyList<PruneGroup> groups)
    {
        IReadOnlyList<long> kept = [.. groups.Select(static group => group.Weights)];
        while (true)
        {
            yield return kept;
            kept = [.. kept.Zip(groups, static (count, group) => count - ExactFloor.Removed(group.Fraction, count))];
        }
    }

    /// <summary>The first of <paramref name="rounds"/> rounds that would prune nothing in any group, or null.</summary>
    public static int? FirstIdleRound(IReadOnlyList<PruneGroup> groups, int rounds)
    {
        var after = Kept(groups).Take(rounds + 1).ToList();
        var idle = Enumerable.Range(1, rounds).FirstOrDefault(round => after[round].SequenceEqual(after[round - 1]));
        return idle == 0 ? null : idle;
    }
}
