using Ledger.Training.States;

namespace Ledger.Tickets.Treatments;

/// <summary>Returns kept weights to the rewind point and sets pruned ones to +0 (Frankle et al. 2020, IMP with rewinding).</summary>
public static class Rewinder
{
    /// <summary>The state that the ticket trains from.</summary>
    /// <exception cref="ArgumentException">A treatment is unknown here.</exception>
    public static NetworkState Rewind(Treatment treatment, WeightMask mask, NetworkState rewindPoint)
    {
        if (treatment.Kept != Treatment.Rewind || treatment.Pruned != Treatment.Zero)
        {
            throw new ArgumentException($"treatment '{treatment.Kept}' of kept and '{treatment.Pruned}' of pruned weights is unknown here", nameof(treatment));
        }

        IReadOnlyList<OptimiserSlot> slots = treatment.Slots switch
        {
            Treatment.Zero => [],
            Treatment.Rewind => [.. rewindPoint.Slots.Select(slot => slot with { Values = mask.Select(slot.Values) })],
            _ => throw new ArgumentException($"treatment '{treatment.Slots}' of slots is unknown here", nameof(treatment)),
        };
        return new NetworkState(rewindPoint.Network, mask.Select(rewindPoint.Values), slots);
    }
}
