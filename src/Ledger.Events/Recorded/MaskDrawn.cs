using Ledger.Events.Derivations;
using Ledger.Events.Hashing;

namespace Ledger.Events.Recorded;

/// <summary>A mask was drawn; criterion, scope and count rule stand in the derivation.</summary>
/// <param name="Derivation">Of kind <c>draw_mask</c>.</param>
/// <param name="Output">The mask's digest.</param>
/// <param name="Layers">Kept and total weights of each layer, in network order.</param>
public sealed record MaskDrawn(Derivation Derivation, Digest Output, IReadOnlyList<LayerDensity> Layers) : IDerivationEvent;
