using Ledger.Events.Hashing;

namespace Ledger.Application.Bundles;

/// <summary>How many runs were begun in a ledger, and how many of them a bundle lacks.</summary>
/// <param name="Started">Runs begun.</param>
/// <param name="Missing">Those that are not in the bundle.</param>
/// <param name="Experiments">The same for each experiment that the bundle has runs of.</param>
public sealed record StartedRuns(int Started, int Missing, IReadOnlyList<StartedReplicates> Experiments);

/// <summary>How many replicates of an experiment were begun, and how many of them a bundle lacks.</summary>
/// <param name="Experiment">The experiment's digest.</param>
/// <param name="Started">Replicates begun.</param>
/// <param name="Missing">Those that are not in the bundle.</param>
public sealed record StartedReplicates(Digest Experiment, int Started, int Missing);
