using Ledger.Events.Hashing;
using Ledger.Events.Specification;

namespace Ledger.Application.Projections;

/// <summary>A declared experiment and its runs.</summary>
/// <param name="Id">The short id.</param>
/// <param name="Experiment">The experiment's digest.</param>
/// <param name="Name">Its name at the latest attempt of a run.</param>
/// <param name="Specification">What was declared.</param>
/// <param name="Runs">Short ids of its runs, by replicate.</param>
/// <param name="Done">How many of them are done.</param>
public sealed record BookedExperiment(string Id, Digest Experiment, string? Name, ExperimentSpecification Specification, IReadOnlyList<string> Runs, int Done);
