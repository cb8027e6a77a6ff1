namespace Ledger.Tickets.Treatments;

/// <summary>What a rewind makes of the parts of a state.</summary>
/// <param name="Kept">Versioned treatment of kept weights and of all unpruned parameters: <c>rewind/1</c>, as in the rewind point.</param>
/// <param name="Pruned">Versioned treatment of pruned weights: <c>zero/1</c>, +0.</param>
/// <param name="Slots">Versioned treatment of optimiser slots: <c>zero/1</c>, or <c>rewind/1</c>, as in the rewind point where kept.</param>
public sealed record Treatment(string Kept, string Pruned, string Slots)
{
    /// <summary>As in the rewind point.</summary>
    public const string Rewind = "rewind/1";

    /// <summary>+0.</summary>
    public const string Zero = "zero/1";
}
