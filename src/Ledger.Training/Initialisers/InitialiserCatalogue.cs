namespace Ledger.Training.Initialisers;

/// <summary>The initialisers a specification can name.</summary>
public static class InitialiserCatalogue
{
    private static readonly IInitialiser[] All = [new GlorotNormal(), new GlorotUniform(), new KaimingNormal(), new KaimingUniform()];

    /// <summary>Every versioned name.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. All.Select(static initialiser => initialiser.Name)];

    /// <summary>The initialiser of a versioned name, or null if there is none.</summary>
    public static IInitialiser? Find(string name) => Array.Find(All, initialiser => initialiser.Name == name);
}
