using Ledger.Events.Specification;

namespace Ledger.Application.Specifications;

/// <summary>An experiment file that holds no mistakes.</summary>
/// <param name="Name">What people call it.</param>
/// <param name="Notes">What people say about it, if anything.</param>
/// <param name="Specification">What is computed, every default expanded.</param>
/// <param name="Replicates">Replicates 0 … this number − 1 are run.</param>
/// <param name="DataPath">Folder of the data files as written in the file, or null for the set's usual place; never part of a run's id.</param>
/// <param name="SeedClaim">The claim that the seed is drawn from, while it is not drawn yet; the specification's seed then says nothing.</param>
public sealed record LoadedExperiment(string Name, string? Notes, ExperimentSpecification Specification, int Replicates, string? DataPath, string? SeedClaim = null);
