namespace Ledger.Events.Recorded;

/// <summary>What a mask keeps of one layer.</summary>
/// <param name="Layer">The weight tensor's name.</param>
/// <param name="Kept">Weights kept.</param>
/// <param name="Total">Weights of the tensor.</param>
/// <param name="Threshold">The largest score that was pruned in this drawing, or null if none was.</param>
/// <param name="Ties">Kept weights of this layer whose score equals the threshold.</param>
public sealed record LayerDensity(string Layer, int Kept, int Total, float? Threshold, int Ties);
