using Ledger.Application.Experiments;
using Ledger.Events.Hashing;
using MediatR;

namespace Ledger.Application.Replays;

/// <summary>Computes a run again from its seed and compares every step, count and digest with the recorded one.</summary>
/// <param name="Run">The run's digest.</param>
/// <param name="Progress">Told each chunk of steps.</param>
public sealed record ReplayRun(Digest Run, IProgress<ReplicateProgress>? Progress = null) : IRequest<ReplayReport>;
