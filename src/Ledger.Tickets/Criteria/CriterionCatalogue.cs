namespace Ledger.Tickets.Criteria;

/// <summary>The criteria a specification can name.</summary>
public static class CriterionCatalogue
{
    private static readonly IPruningCriterion[] All = [new Magnitude()];

    /// <summary>Every versioned name.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. All.Select(static criterion => criterion.Name)];

    /// <summary>The criterion of a versioned name, or null.</summary>
    public static IPruningCriterion? Find(string name) => Array.Find(All, criterion => criterion.Name == name);
}
