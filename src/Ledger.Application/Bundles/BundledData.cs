using Ledger.Events.Hashing;

namespace Ledger.Application.Bundles;

/// <summary>A data set that runs of a bundle used; the samples themselves are not in it.</summary>
/// <param name="Set">Its name in specifications.</param>
/// <param name="Digests">The digests of the decoded samples, as keys hold them.</param>
/// <param name="Package">The Debian package that brings it, or null.</param>
/// <param name="Files">SHA-256 of the data of its files, by name, where they are known.</param>
public sealed record BundledData(string Set, IReadOnlyList<Digest> Digests, string? Package, IReadOnlyDictionary<string, string> Files);
