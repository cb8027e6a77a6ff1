using Ledger.Events.Hashing;

namespace Ledger.Application.Bundles;

/// <summary>A run that a bundle was made for.</summary>
/// <param name="Run">The run's digest.</param>
/// <param name="Name">The experiment's name at the latest attempt, if somebody noted one.</param>
/// <param name="Experiment">The experiment's digest.</param>
/// <param name="Replicate">Which replicate.</param>
/// <param name="Result">The result digest, if the run is done.</param>
public sealed record BundledRun(Digest Run, string? Name, Digest Experiment, int Replicate, Digest? Result);
