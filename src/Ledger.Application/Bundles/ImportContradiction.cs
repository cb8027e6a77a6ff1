using Ledger.Events.Derivations;
using Ledger.Events.Hashing;
using Ledger.Events.Recorded;
using Ledger.Events.Streams;

namespace Ledger.Application.Bundles;

/// <summary>The first place where an imported history contradicts one of this ledger.</summary>
/// <param name="Kind">The derivation's kind, or <c>run</c>.</param>
/// <param name="Key">The derivation's key, or the run's digest.</param>
/// <param name="Stream">The history here.</param>
/// <param name="Version">The first version that differs.</param>
/// <param name="Recorded">The digest of what is recorded there.</param>
/// <param name="Found">The digest of what the import has there.</param>
public sealed record ImportContradiction(string Kind, DerivationKey Key, StreamName Stream, long Version, Digest Recorded, Digest Found)
{
    /// <summary>Of a training: the first step that differs.</summary>
    public int? Step => Stream.Prefix == "train" ? (int)Version - 1 : null;

    /// <summary>The event that says so.</summary>
    public DerivationDisputed ToDispute() => new(Kind, Key, Stream.Number, Step, Recorded, Found);
}
