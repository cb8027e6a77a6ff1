using Ledger.Events.Hashing;

namespace Ledger.Application.Bundles;

/// <summary>The ledger that a bundle was taken from, as it stood then.</summary>
/// <param name="Events">Its events.</param>
/// <param name="Root">The root over their leaves.</param>
public sealed record BundleSource(long Events, Digest Root);
