using Ledger.Application.Training;
using Ledger.Events.Hashing;

namespace Ledger.Application.Experiments;

/// <summary>How far a replicate is.</summary>
/// <param name="Run">The run's digest.</param>
/// <param name="Replicate">Which replicate.</param>
/// <param name="Round">The round it is in.</param>
/// <param name="Rounds">The last round.</param>
/// <param name="Training">The training in progress.</param>
public sealed record ReplicateProgress(Digest Run, int Replicate, int Round, int Rounds, TrainingProgress Training);
