namespace Ledger.Tickets.Counting;

/// <summary>The count rules a specification can name.</summary>
public static class CountRuleCatalogue
{
    private static readonly ICountRule[] All = [new ExactFloor()];

    /// <summary>Every versioned name.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. All.Select(static rule => rule.Name)];

    /// <summary>The rule of a versioned name, or null.</summary>
    public static ICountRule? Find(string name) => Array.Find(All, rule => rule.Name == name);
}
