namespace Ledger.Tickets.Methods;

/// <summary>The methods a specification can name.</summary>
public static class MethodCatalogue
{
    private static readonly ITicketMethod[] All = [new IterativeMagnitudePruning()];

    /// <summary>Every versioned name.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. All.Select(static method => method.Name)];

    /// <summary>The method of a versioned name, or null.</summary>
    public static ITicketMethod? Find(string name) => Array.Find(All, method => method.Name == name);
}
