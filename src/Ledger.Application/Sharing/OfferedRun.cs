using Ledger.Application.History;
using Ledger.Events.Hashing;
using Ledger.Events.Specification;
using Ledger.Store.Contract;

namespace Ledger.Application.Sharing;

/// <summary>A run that somebody offered: of which experiment it is follows from its stream, so that any machine can begin it.</summary>
/// <param name="Run">The run's digest.</param>
/// <param name="Experiment">The experiment's digest.</param>
/// <param name="Label">What it was called when it was offered.</param>
public sealed record OfferedRun(Digest Run, Digest Experiment, RunLabel Label)
{
    /// <summary>The run behind a lease, or null if none of the declared experiments has it.</summary>
    /// <param name="lease">Of a run.</param>
    /// <param name="experiments">The digests of the declared experiments.</param>
    public static OfferedRun? Find(Lease lease, IEnumerable<Digest> experiments) => RunLabel.Parse(lease.Label) is { } label
        ? experiments
            .Select(experiment => new OfferedRun(RunIdentity.Run(experiment, label.Replicate), experiment, label))
            .FirstOrDefault(run => StreamNames.Run(run.Run) == lease.Work)
        : null;
}
