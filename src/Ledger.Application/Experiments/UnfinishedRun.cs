using Ledger.Application.Projections;
using Ledger.Events.Hashing;
using Ledger.Events.Specification;

namespace Ledger.Application.Experiments;

/// <summary>A run that can be begun or continued, unless somebody has it.</summary>
/// <param name="Run">Its digest.</param>
/// <param name="Name">What its experiment was called when somebody worked on it last, or offered it.</param>
/// <param name="Experiment">The experiment's digest.</param>
/// <param name="Specification">The experiment.</param>
/// <param name="Replicate">Which replicate.</param>
/// <param name="Status">Waiting, running, stale or failed.</param>
/// <param name="Holder">Who has it, or had it last.</param>
/// <param name="Expires">UTC, until when he has it if he says no more.</param>
public sealed record UnfinishedRun(
    Digest Run, string Name, Digest Experiment, ExperimentSpecification Specification, int Replicate, RunStatus Status, string? Holder, DateTimeOffset? Expires);
