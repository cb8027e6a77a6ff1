using Ledger.Tickets.Counting;
using Ledger.Tickets.Criteria;
using Ledger.Tickets.Methods;
using Ledger.Training.Data;
using Ledger.Training.Initialisers;
using Ledger.Training.Networks;

namespace Ledger.Application.Specifications;

/// <summary>The names that an experiment file may use, by kind; names with a version stand here with it.</summary>
/// <param name="DataSets">Published data sets; <c>synthetic</c> and <c>files</c> are always known.</param>
/// <param name="Networks">Named networks and general forms, for messages.</param>
/// <param name="FindNetwork">The network of a name on samples of some extents and classes, or null.</param>
/// <param name="Initialisers">Schemes of initial weights.</param>
/// <param name="Optimisers">Optimisers.</param>
/// <param name="Methods">Ticket methods.</param>
/// <param name="Criteria">Pruning scores.</param>
/// <param name="CountRules">How a fraction becomes a number of weights.</param>
/// <param name="Splits">Lists of samples, in the order they are evaluated.</param>
public sealed record SpecificationVocabulary(
    IReadOnlyList<DataSetFacts> DataSets,
    IReadOnlyList<string> Networks,
    Func<string, Features?, int?, NetworkDescription?> FindNetwork,
    IReadOnlyList<string> Initialisers,
    IReadOnlyList<string> Optimisers,
    IReadOnlyList<string> Methods,
    IReadOnlyList<string> Criteria,
    IReadOnlyList<string> CountRules,
    IReadOnlyList<string> Splits)
{
    /// <summary>The set whose samples a specification describes itself.</summary>
    public const string Synthetic = SyntheticDataSet.SetName;

    /// <summary>The set whose files the user brings and a specification describes.</summary>
    public const string Files = FilesDataSet.SetName;

    /// <summary>The split that <c>data.validation</c> makes.</summary>
    public const string Validation = "validation";

    /// <summary>Everything this version knows.</summary>
    public static SpecificationVocabulary Standard { get; } = new(
        DataSets: [.. DataSetCatalogue.All.Select(DataSetFacts.Of)],
        Networks: NetworkCatalogue.Names,
        FindNetwork: NetworkCatalogue.Find,
        Initialisers: InitialiserCatalogue.Names,
        Optimisers: ["adam/1", "adamw/1", "sgd/1"],
        Methods: MethodCatalogue.Names,
        Criteria: CriterionCatalogue.Names,
        CountRules: CountRuleCatalogue.Names,
        Splits: ["train", Validation, "test"]);

    /// <summary>The names of all data sets.</summary>
    public IReadOnlyList<string> DataSetNames => [.. DataSets.Select(static set => set.Name), Synthetic, Files];
}
