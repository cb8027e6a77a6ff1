using Ledger.Training.Recipes;

namespace Ledger.Training.Execution;

/// <summary>The optimisers that a recipe can name.</summary>
public static class OptimiserCatalogue
{
    private static readonly SortedDictionary<string, Func<TrainingRecipe, IOptimiser>> All = new(StringComparer.Ordinal)
    {
        ["adam/1"] = static recipe => new AdamOptimiser(recipe, recipe.Adam ?? throw new ArgumentException("the recipe names adam/1 without its coefficients", nameof(recipe))),
        ["sgd/1"] = static recipe => new SgdOptimiser(recipe),
    };

    /// <summary>Every versioned name.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. All.Keys];

    /// <summary>The optimiser of a recipe.</summary>
    /// <exception cref="ArgumentException">It is unknown here.</exception>
    internal static IOptimiser Of(TrainingRecipe recipe) =>
        All.TryGetValue(recipe.Optimiser, out var make) ? make(recipe) : throw new ArgumentException($"optimiser '{recipe.Optimiser}' is unknown here; known are {string.Join(", ", Names)}", nameof(recipe));
}
