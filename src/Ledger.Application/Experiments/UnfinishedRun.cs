using Ledger.Events.Hashing;
using Ledger.Events.Specification;

namespace Ledger.Application.Experiments;

/// <summary>A run that can be continued.</summary>
/// <param name="Run">Its digest.</param>
/// <param name="Name">What its experiment was called when somebody worked on it last.</param>
/// <param name="Experiment">The experiment's digest.</param>
/// <param name="Specification">The experiment.</param>
/// <param name="Replicate">Which replicate.</param>
public sealed record UnfinishedRun(Digest Run, string Name, Digest Experiment, ExperimentSpecification Specification, int Replicate);
