using Ledger.Events.Recorded;

namespace Ledger.Application.Claims.Figures;

/// <summary>Prunable weights of a network or layer.</summary>
/// <param name="Kept">Those that a mask keeps.</param>
/// <param name="Total">All.</param>
public sealed record KeptWeights(int Kept, int Total)
{
    /// <summary>Those of a layer.</summary>
    public static KeptWeights Of(LayerDensity layer) => new(layer.Kept, layer.Total);

    /// <inheritdoc/>
    public override string ToString() => $"{Kept} of {Total}";
}
