using Ledger.Events.Canonical;
using Ledger.Events.Hashing;
using Ledger.Events.Streams;

namespace Ledger.Events.Specification;

/// <summary>What an experiment and its runs are called: digests of what is computed, so that equal work has equal names everywhere.</summary>
public static class RunIdentity
{
    /// <summary>The digest of an experiment's canonical specification, which knows no name, notes, replicates or paths.</summary>
    public static Digest Experiment(ExperimentSpecification specification) => Digest.Of(CanonicalJson.Serialize(specification));

    /// <summary>The digest of one replicate: that of canonical <c>{"experiment":…,"replicate":…}</c>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The replicate is negative.</exception>
    public static Digest Run(Digest experiment, int replicate)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(replicate);
        return Digest.Of(CanonicalJson.Serialize(new Replicated(experiment, replicate)));
    }

    /// <summary>The stream that a run is recorded in: <c>run-</c> and 32 base32 characters.</summary>
    public static StreamName Stream(Digest run) => StreamName.Of("run", run);

    private sealed record Replicated(Digest Experiment, int Replicate);
}
