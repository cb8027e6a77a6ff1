using Ledger.Tickets.Derivations;

namespace Ledger.Application.Differences;

/// <summary>Lays two lineages beside each other.</summary>
internal static class LineageAlignment
{
    /// <summary>Every derivation with its counterpart, in program order; what only the second has stands at the end of its round.</summary>
    /// <param name="a">One.</param>
    /// <param name="b">The other.</param>
    /// <param name="difference">Where they part: only the comparison of steps can tell that a training came out otherwise.</param>
    public static IReadOnlyList<PairedDerivation> Of(DiffSide a, DiffSide b, LineageDifference? difference)
    {
        var (one, other) = (Placed(a), Placed(b));
        return [.. one.Keys.Union(other.Keys).OrderBy(static place => place.Round)
            .Select(place => Pair(place, one.GetValueOrDefault(place), other.GetValueOrDefault(place), difference))];
    }

    private static OrderedDictionary<(int Round, string Kind, string? Split, int Number), PlacedDerivation> Placed(DiffSide side)
    {
        var placed = new OrderedDictionary<(int Round, string Kind, string? Split, int Number), PlacedDerivation>();
        foreach (var at in side.Derivations)
        {
            var number = 0;
            while (!placed.TryAdd((at.Round, at.Link.Kind, at.Link.Split, number), at))
            {
                number++;
            }
        }

        return placed;
    }

    private static PairedDerivation Pair((int Round, string Kind, string? Split, int Number) place, PlacedDerivation? one, PlacedDerivation? other, LineageDifference? difference) =>
        new(place.Round, place.Kind, place.Split, End(one), End(other), Likeness(one, other, difference));

    private static DerivationEnd? End(PlacedDerivation? at) => at is null ? null : new DerivationEnd(at.Link.Key.Digest, at.Link.Output, at.Link.Step);

    private static Likeness Likeness(PlacedDerivation? one, PlacedDerivation? other, LineageDifference? difference) => (one, other) switch
    {
        (null, _) => Differences.Likeness.OnlyInB,
        (_, null) => Differences.Likeness.OnlyInA,
        _ when one.Link.Key != other.Link.Key => Differences.Likeness.OtherKey,
        _ when one.Link.Output != other.Link.Output => Differences.Likeness.OtherBits,
        _ when one.Link.Kind == Kinds.Train && difference is { Cause: DifferenceCause.Bits, Kind: Kinds.Train } && difference.Round == one.Round => Differences.Likeness.OtherBits,
        _ => Differences.Likeness.Equal,
    };
}
