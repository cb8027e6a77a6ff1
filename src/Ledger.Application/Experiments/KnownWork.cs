using Ledger.Events.Hashing;

namespace Ledger.Application.Experiments;

/// <summary>What the ledger has of one replicate.</summary>
/// <param name="Run">The run's digest.</param>
/// <param name="Replicate">Which replicate.</param>
/// <param name="IsComplete">True if the run has completed: nothing would be computed.</param>
/// <param name="DenseSteps">Recorded steps of its dense training, whichever experiment recorded them.</param>
/// <param name="Steps">Recorded steps that it would not compute again, dense ones included.</param>
public sealed record KnownWork(Digest Run, int Replicate, bool IsComplete, int DenseSteps, long Steps);
