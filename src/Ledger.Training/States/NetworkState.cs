using Ledger.Training.Networks;

namespace Ledger.Training.States;

/// <summary>A point of a trajectory on the host: parameters, running statistics, and the optimiser's slots once it has made a step.</summary>
/// <param name="Network">Whose state.</param>
/// <param name="Values">All parameters in global order, then the running statistics.</param>
/// <param name="Slots">In the optimiser's order; none before the first step (+0 everywhere).</param>
public sealed record NetworkState(NetworkDescription Network, float[] Values, IReadOnlyList<OptimiserSlot> Slots)
{
    /// <summary>A state whose optimiser has not made a step.</summary>
    public NetworkState(NetworkDescription network, float[] values)
        : this(network, values, [])
    {
    }
}
