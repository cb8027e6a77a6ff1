using Ledger.Events.Canonical;
using Ledger.Events.Hashing;
using Ledger.Events.Merkle;

namespace Ledger.Application.Bundles;

/// <summary>What a bundle holds and where it comes from: canonical JSON in its part <c>manifest</c>.</summary>
/// <param name="Format">The name of the form.</param>
/// <param name="Program">The version that wrote it.</param>
/// <param name="Runs">The runs it was made for.</param>
/// <param name="Contents">The events in it, and their root.</param>
/// <param name="Source">The ledger it was taken from.</param>
/// <param name="Positions">Where the events stand in that ledger: ascending, none touching the next.</param>
/// <param name="StartedRuns">Runs that were begun in that ledger, so that nobody shows only his best ones unseen.</param>
/// <param name="Data">The data sets that were used.</param>
/// <param name="Key">Fingerprint of the key that sealed it, or null if no seal covers it.</param>
public sealed record BundleManifest(
    string Format,
    string Program,
    IReadOnlyList<BundledRun> Runs,
    BundledContents Contents,
    BundleSource Source,
    IReadOnlyList<PositionRange> Positions,
    StartedRuns StartedRuns,
    IReadOnlyList<BundledData> Data,
    string? Key)
{
    /// <summary>What the names of all forms begin with.</summary>
    public const string Family = "ledger-bundle/";

    /// <summary>The only form so far.</summary>
    public const string Form = $"{Family}1";

    /// <summary>The positions as leaves, counted from 0.</summary>
    public IReadOnlyList<LeafRange> Leaves() => [.. Positions.Select(static range => new LeafRange(range.First - 1, range.Last - range.First + 1))];

    /// <summary>The bytes of the part.</summary>
    public byte[] ToBytes() => CanonicalJson.Serialize(this);

    /// <summary>The digest by which imports name the bundle; it depends on every event through their root.</summary>
    public Digest Digest() => Events.Hashing.Digest.Of(ToBytes());
}
