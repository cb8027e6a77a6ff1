using Ledger.Events.Hashing;

namespace Ledger.Application.Bundles;

/// <summary>What is in a bundle.</summary>
/// <param name="Events">Events.</param>
/// <param name="Root">The root over their leaves, in the bundle's own order.</param>
/// <param name="Masks">Masks.</param>
/// <param name="States">States.</param>
public sealed record BundledContents(long Events, Digest Root, long Masks, long States);
