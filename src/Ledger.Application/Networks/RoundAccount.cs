using Ledger.Application.Projections;
using Ledger.Training.Networks;

namespace Ledger.Application.Networks;

/// <summary>What a round's network takes under its mask.</summary>
internal static class RoundAccount
{
    /// <summary>The account; null if the network is unknown here, or is not that of the round.</summary>
    public static NetworkAccount? Of(NetworkDescription? network, RoundLineage round)
    {
        var kept = round.Layers.ToDictionary(static layer => layer.Layer, static layer => layer.Kept, StringComparer.Ordinal);
        return network is not null && network.Weights().All(weight => kept.ContainsKey(weight.Name))
            ? NetworkAccount.Of(network, round.Mask is null ? null : kept)
            : null;
    }
}
